import type { Engine } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import type { Spec } from "./types.ts";

/** What making a model again would give. */
export interface ModelAgain {
  isExact: boolean;
  /** In the user's words. */
  message: string;
}

interface Made {
  engine: string;
  engineVersion: string;
}

/** What can differ when a revision's model is made again, by who made it and who would make it now. */
export function modelAgainOf(
  { adapters: { inference } }: Pick<Ctx, "adapters">,
  kind: string,
  revision: Made & { spec: Spec | null },
): ModelAgain {
  const now = inference.engineOf({ kind, spec: revision.spec ?? {} });
  return compareMakers(revision, now, inference.engine);
}

/** The statement itself; `kernel` builds from numbers alone and gives the same for the same. */
export function compareMakers(made: Made, now: Engine, kernel: Engine): ModelAgain {
  if (now.name !== kernel.name) {
    return {
      isExact: false,
      message: `${now.version} at ${now.name} makes it. The same pictures go to the same model; the service does not promise the same shape.`,
    };
  }
  if (made.engine !== kernel.name) {
    return {
      isExact: false,
      message: `It was made by ${made.engineVersion} at ${made.engine}; this machine builds it of its numbers now, which is another shape.`,
    };
  }
  if (made.engineVersion === now.version) {
    return {
      isExact: true,
      message: `The same model: the same numbers and ${now.name} ${now.version}.`,
    };
  }
  return {
    isExact: false,
    message: `The same numbers; it was built by ${made.engine} ${made.engineVersion}, and ${now.version} may mesh it a little differently.`,
  };
}
