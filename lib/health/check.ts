/** One part of the service: which implementation runs, and whether it answers. */
export interface HealthCheck {
  ok: boolean;
  /** Name of the implementation: `folder`, `embedded executor` … */
  implementation: string;
  /** What is wrong, or a number worth knowing. */
  detail?: string;
  tookMs: number;
}

const TIMEOUT_MS = 5000;

/** Runs a probe that returns its implementation's name and perhaps a detail; never throws. */
export async function check(
  implementation: string,
  probe: () => Promise<string | undefined>,
): Promise<HealthCheck> {
  const startedAt = performance.now();
  const tookMs = () => Math.round(performance.now() - startedAt);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
  });
  try {
    const detail = await Promise.race([probe(), late]);
    return { ok: true, implementation, ...(detail ? { detail } : {}), tookMs: tookMs() };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, implementation, detail, tookMs: tookMs() };
  } finally {
    clearTimeout(timer);
  }
}
