import { env } from "#lib/env.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { queueDepth } from "#lib/jobs/queue-depth.ts";
import { gauge, metricsText } from "#lib/metrics.ts";
import { notFound } from "#lib/shared/errors.ts";

const memory = gauge("process_resident_memory_bytes", "Memory of the app's process.");
const uptime = gauge("process_uptime_seconds", "Time since the app's process started.");
const queue = gauge("queue_depth", "Tasks that have not ended.", ["status"]);

export const GET = defineRoute({
  auth: "public",
  openapi: {
    method: "get",
    path: "/api/metrics",
    summary: "Numbers of the service in the Prometheus text format",
    tags: ["Service"],
    responses: { 200: "binary" },
  },
  async handle({ ctx }) {
    if (!env().METRICS_ENABLED) throw notFound("page");
    memory.set(process.memoryUsage.rss());
    uptime.set(process.uptime());
    const depth = await queueDepth(ctx);
    queue.set(depth.queued, { status: "queued" });
    queue.set(depth.running, { status: "running" });
    return new Response(await metricsText(), {
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
    });
  },
});
