import type { Ctx } from "../context.ts";
import { LARGEST_INT } from "../shared/cursor.ts";
import { requestLocale } from "../shared/locales.ts";
import { type EventStreamQuery, eventStream, isAllSent } from "./event-stream.ts";

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** A stream request: what to follow, and the query's way of naming the last event seen. */
export interface StreamRequest extends Pick<EventStreamQuery, "jobId" | "taskId"> {
  request: Request;
  lastEventId?: number | undefined;
}

/**
 * The events as an HTTP answer, after the event of the `Last-Event-ID` header (a reconnect) or of the query. Leaving
 * the request ends it. A reader that has seen all of what has ended gets 204, which tells a browser to come no more.
 */
export async function answerStream(ctx: Ctx, asked: StreamRequest): Promise<Response> {
  const { request, lastEventId = 0, ...followed } = asked;
  const afterId = Math.min(headerId(request) ?? lastEventId, LARGEST_INT);
  const locale = requestLocale(request.headers);
  const query = { ...followed, afterId, locale, signal: request.signal };
  if (afterId > 0 && (await isAllSent(ctx, query))) return new Response(null, { status: 204 });
  const stream = await eventStream(ctx, query);
  return new Response(stream, { headers: HEADERS });
}

function headerId(request: Request): number | null {
  const given = Number.parseInt(request.headers.get("last-event-id") ?? "", 10);
  return Number.isInteger(given) && given >= 0 ? given : null;
}
