import { AppError } from "../shared/errors.ts";
import { toResponse, toWire } from "./answer.ts";
import { errorAnswer } from "./error-answer.ts";
import { finishResponse, startProgress } from "./finish-response.ts";
import { siteOrigin } from "./origin.ts";

const UNKNOWN = {
  method: "get",
  path: "/api/{path}",
  summary: "What no route has",
  tags: [],
  responses: {},
} as const;

/** Answers every API path that no route has: 404, in the form of every error. */
export async function unknownPath(request: Request): Promise<Response> {
  const progress = startProgress({ ...UNKNOWN, tags: [] }, request);
  const { pathname } = new URL(request.url);
  const error = new AppError("not_found", "There is no such path. /docs lists all of them.", {
    details: { path: pathname, docs_url: "/docs" },
  });
  const wire = toWire(
    errorAnswer(error, progress.requestId, new Date()),
    siteOrigin(request.headers),
  );
  return finishResponse(toResponse(wire), progress, error);
}
