import { AppError } from "../../shared/errors.ts";
import type { Solid } from "./scope.ts";

const DEAD =
  /memory access out of bounds|table index is out of bounds|unreachable|aborted|out of memory/i;

/** True when the WASM module cannot be used any more and its worker must be replaced. */
export function isKernelDead(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "RuntimeError" || DEAD.test(error.message)) return true;
  return error.cause !== undefined && isKernelDead(error.cause);
}

const broken = (details: Record<string, unknown>, cause?: unknown) =>
  new AppError(
    "rule_broken",
    "These numbers do not make a closed solid. Change one of them and try again.",
    { details, cause },
  );

/** The solid itself; throws `rule_broken` when it is open, not finite or inside out. */
export function soundSolid(solid: Solid, operation: string): Solid {
  const status = solid.status();
  if (status !== "NoError") throw broken({ operation, status });
  const volumeMm3 = solid.volume();
  if (!(volumeMm3 >= 0)) throw broken({ operation, status: "inside_out", volume_mm3: volumeMm3 });
  return solid;
}

/** Runs an operation of the module; its own refusals become `rule_broken`, a dead module stays a RuntimeError. */
export function soundly(operation: string, make: () => Solid): Solid {
  try {
    return soundSolid(make(), operation);
  } catch (error) {
    if (error instanceof AppError || isKernelDead(error)) throw error;
    throw broken({ operation, status: "refused" }, error);
  }
}
