import { AppError } from "../shared/errors.ts";
import { toResponse, toWire } from "./answer.ts";
import { REQUEST_ID_HEADER, requestIdOf } from "./context.ts";
import { corsHeaders } from "./cors.ts";
import { errorAnswer } from "./error-answer.ts";
import { siteOrigin } from "./origin.ts";

/** Answers every API path that no route has: 404, in the form of every error. */
export async function unknownPath(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const { pathname } = new URL(request.url);
  const error = new AppError("not_found", "There is no such path. /docs lists all of them.", {
    details: { path: pathname, docs_url: "/docs" },
  });
  const response = toResponse(
    toWire(errorAnswer(error, requestId, new Date()), siteOrigin(request.headers)),
  );
  response.headers.set(REQUEST_ID_HEADER, requestId);
  for (const [name, value] of Object.entries(corsHeaders(request.headers.get("origin")))) {
    response.headers.set(name, value);
  }
  return response;
}
