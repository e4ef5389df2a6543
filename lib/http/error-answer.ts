import { ZodError } from "zod";
import { type AppError, type ErrorCode, internal, isAppError } from "../shared/errors.ts";
import { type Answer, answer } from "./answer.ts";
import { toSnakeKey } from "./case.ts";
import { invalidFields } from "./invalid-fields.ts";

/** The HTTP status of each error code. */
export function statusOf(code: ErrorCode): number {
  switch (code) {
    case "invalid_input":
      return 400;
    case "unauthenticated":
      return 401;
    case "payment_required":
      return 402;
    case "forbidden":
      return 403;
    case "not_found":
      return 404;
    case "conflict":
    case "cancelled":
      return 409;
    case "too_large":
      return 413;
    case "unsupported_type":
      return 415;
    case "rule_broken":
      return 422;
    case "rate_limited":
      return 429;
    case "internal":
      return 500;
    case "unavailable":
      return 503;
    case "timeout":
      return 504;
    case "insufficient_storage":
      return 507;
  }
}

/** Any thrown value as an AppError: zod's become `invalid_input`, unknown ones `internal`. */
export function toAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (error instanceof ZodError) return invalidFields(error);
  return internal(error);
}

/** Details in the words of the wire: a field is named as a client spells it. */
function wireDetails({ details, fieldErrors }: AppError): Record<string, unknown> {
  const { field } = details;
  return {
    ...details,
    ...(typeof field === "string" ? { field: field.split(".").map(toSnakeKey).join(".") } : {}),
    ...(fieldErrors ? { fields: fieldErrors } : {}),
  };
}

/** `{"error": {code, message, details, timestamp, request_id}}` with its status and headers. */
export function errorAnswer(error: AppError, requestId: string, now: Date): Answer {
  const headers: Record<string, string> = {};
  if (error.retryAfterSeconds !== undefined) {
    headers["retry-after"] = String(Math.max(1, Math.ceil(error.retryAfterSeconds)));
  }
  if (error.code === "unauthenticated") headers["www-authenticate"] = 'Bearer realm="Maquette"';
  return answer(
    statusOf(error.code),
    {
      error: {
        code: error.code,
        message: error.userMessage,
        details: wireDetails(error),
        timestamp: now.toISOString(),
        request_id: requestId,
      },
    },
    headers,
  );
}
