const kept = globalThis as unknown as { maquetteExecutorWake?: () => void };

/** The running executor says how it is woken; null when it stops. */
export function onExecutorWake(wake: (() => void) | null): void {
  if (wake) kept.maquetteExecutorWake = wake;
  else delete kept.maquetteExecutorWake;
}

/** Wakes the executor of this process, when there is one; another process's finds the work by polling. */
export function wakeExecutor(): void {
  kept.maquetteExecutorWake?.();
}
