import type { Engine } from "#lib/adapters/inference/port.ts";
import type { Again } from "./types.ts";

interface Made {
  spec: unknown;
  engine: string;
  engineVersion: string;
}

/** What making it again would give, by what is known of its engine. */
export function againOf({ spec, engine, engineVersion }: Made, now: Engine): Again {
  if (spec === null) {
    return {
      isExact: false,
      message: `Made by ${engineVersion} at ${engine}. The same words and seed go to the same model; the service does not promise the same picture.`,
    };
  }
  if (engineVersion === now.version) {
    return {
      isExact: true,
      message: `The same picture: the same numbers, seed and ${engine} ${now.version}.`,
    };
  }
  return {
    isExact: false,
    message: `The same piece and stand; it was drawn by ${engine} ${engineVersion}, and ${now.version} may light it a little differently.`,
  };
}
