import { flushOutbox } from "./flush-outbox.ts";

const EVERY_MS = 5_000;

const kept = globalThis as unknown as { maquetteOutboxRelay?: NodeJS.Timeout };

/**
 * Sends every few seconds what was promised and has not gone out: after a crash between commit and sending, or when
 * the queue did not answer. Once a process; it does not keep the process alive.
 */
export function startOutboxRelay(): void {
  kept.maquetteOutboxRelay ??= setInterval(() => void flushOutbox(), EVERY_MS).unref();
}
