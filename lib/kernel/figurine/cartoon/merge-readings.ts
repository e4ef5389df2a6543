import type { Colour } from "../parts.ts";
import { hexToLab, type Lab, labToHex } from "./colour.ts";
import type { FaceReading, HairTones } from "./types.ts";

const TONES = ["main", "light", "dark"] as const;

function meanOf(colours: readonly Colour[]): Colour {
  const labs = colours.map(hexToLab);
  const channel = (k: 0 | 1 | 2) => labs.reduce((sum, lab) => sum + lab[k], 0) / labs.length;
  return labToHex([channel(0), channel(1), channel(2)] as Lab);
}

/**
 * One reading of several photos of a person: forms and the colours of the face are those of the first, the colour of
 * the hair is the mean of all that show hair, as light misleads most there. Without hair in the first there is none.
 */
export function mergeReadings(own: FaceReading, others: readonly FaceReading[]): FaceReading {
  if (!own.hair) return own;
  const all = [own, ...others].flatMap(({ hair }) => hair ?? []);
  const tones = TONES.map((tone) => [tone, meanOf(all.map((hair) => hair[tone]))]);
  return { ...own, hair: Object.fromEntries(tones) as unknown as HairTones };
}
