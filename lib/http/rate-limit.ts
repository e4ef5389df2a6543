import type { Actor } from "../context.ts";
import type { Limit, LimitState } from "../limits/take-point.ts";
import type { AppError } from "../shared/errors.ts";
import { clientAddress } from "./client-address.ts";

/** What any client may send to the API: it only keeps one client from all of it. */
export const API_LIMIT: Limit = { name: "api", points: 1200, seconds: 60 };

/** Whom a limit counts: the person, or the address of a guest. */
export function limitSubject(actor: Actor, headers: Headers): string {
  return actor.type === "guest" ? `ip:${clientAddress(headers)}` : `user:${actor.userId}`;
}

/** The limit a request was refused by, or null when it was refused for another reason. */
export function refusedLimit({ code, details }: AppError): LimitState | null {
  const isState = code === "rate_limited" && typeof details.points === "number";
  return isState ? (details as unknown as LimitState) : null;
}

/** The standard headers (draft-ietf-httpapi-ratelimit-headers) and their older, common form. */
export function limitHeaders(state: LimitState): Record<string, string> {
  return {
    "ratelimit-policy": `"${state.name}";q=${state.points};w=${state.seconds}`,
    ratelimit: `"${state.name}";r=${state.remaining};t=${state.resetSeconds}`,
    "ratelimit-limit": String(state.points),
    "ratelimit-remaining": String(state.remaining),
    "ratelimit-reset": String(state.resetSeconds),
  };
}
