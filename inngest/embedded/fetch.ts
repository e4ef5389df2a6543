import { randomUUID } from "node:crypto";
import { z } from "zod";
import { eventBus } from "#lib/adapters/events/index.ts";

const sentEvents = z.array(
  z.object({
    id: z.string().optional(),
    name: z.string(),
    data: z.record(z.string(), z.unknown()).nullish(),
    ts: z.number().optional(),
  }),
);

/**
 * Answers what the functions' client asks of an Inngest server when this machine is the server: events are taken,
 * anything else is refused with 404.
 */
export const embeddedFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  if (request.method !== "POST" || !new URL(request.url).pathname.startsWith("/e/")) {
    return Response.json({ error: "The embedded executor does not serve this." }, { status: 404 });
  }
  const events = sentEvents.parse(await request.json()).map((event) => ({
    id: event.id ?? randomUUID(),
    name: event.name,
    data: event.data ?? {},
    ts: event.ts ?? Date.now(),
  }));
  await eventBus().send(events);
  return Response.json({ ids: events.map((event) => event.id), status: 200 });
};
