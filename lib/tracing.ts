import { env } from "./env.ts";

/** Starts OpenTelemetry traces of requests and outgoing calls where an endpoint for them is set. */
export async function startTracing(): Promise<void> {
  if (!env().OTEL_EXPORTER_OTLP_ENDPOINT) return;
  const { registerOTel } = await import("@vercel/otel");
  registerOTel({ serviceName: "maquette" });
}
