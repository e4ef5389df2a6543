/**
 * Runs once when the server starts: clients' addresses, the relay of promised events, and the
 * one-machine executor, unless an Inngest server or another process runs the functions.
 */
export async function register(): Promise<void> {
  // The bundler removes what follows from other runtimes.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startTracing } = await import("#lib/tracing.ts");
  await startTracing();
  const { removeInterruptedUploads } = await import("#lib/http/multipart.ts");
  await removeInterruptedUploads();
  const { writeSocketAddress } = await import("#lib/http/client-address.ts");
  writeSocketAddress();
  const { startOutboxRelay } = await import("#lib/outbox/relay.ts");
  startOutboxRelay();
  const { runsExecutor } = await import("#lib/adapters/events/index.ts");
  if (!runsExecutor()) return;
  const { startExecutor, stopExecutor } = await import("#inngest/embedded/index.ts");
  await startExecutor();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopExecutor());
}
