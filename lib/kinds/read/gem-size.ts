import { CUT_ASPECT, type Cut } from "../../shared/stones.ts";
import type { Operation } from "./attach.ts";
import { lengthForCarats } from "./carats.ts";
import type { Compiled } from "./compile-table.ts";
import { type Field, nearestAllowed, roundToStep } from "./fields.ts";
import { merged, moveField, within } from "./move-field.ts";
import type { GemFields, Taken } from "./reader-table.ts";

type Spec = Record<string, unknown>;

/** A stone's fields with its values now. */
export interface Gem {
  length: Field;
  /** Absent where the stone has one size. */
  width: Field | undefined;
  lengthMm: number;
  widthMm: number;
  cut: Cut;
  /** Field of the cut. */
  cutName: string;
  stone: string;
}

/** Null where the part's stone has no size of its own. */
export function gemOf(
  { fields }: Compiled,
  gem: GemFields<Spec> | undefined,
  spec: Spec,
): Gem | null {
  const length = fields.get(gem?.lengthMm ?? "");
  if (!gem || !length) return null;
  const width = fields.get(gem.widthMm ?? "");
  const lengthMm = Number(spec[length.name]);
  return {
    length,
    width,
    lengthMm,
    widthMm: width ? Number(spec[width.name]) : lengthMm,
    cut: (gem.cut ? spec[gem.cut] : "round") as Cut,
    cutName: gem.cut ?? gem.lengthMm ?? "",
    stone: gem.stone ? String(spec[gem.stone]) : "diamond",
  };
}

/** The whole stone by one number: its length is set or moved, its width keeps the proportion. */
export function sizeGem(gem: Gem, operation: Operation, words: string): Taken<Spec> {
  const moved = moveField(gem.length, operation, gem.lengthMm, words);
  const value = moved.patch?.[gem.length.name];
  if (value === undefined || !gem.width) return moved;
  const aspect = operation.type === "set" ? CUT_ASPECT[gem.cut] : gem.lengthMm / gem.widthMm;
  return merged(moved, within(gem.width, nearestAllowed(gem.width, Number(value) / aspect), words));
}

/** "1 ct": the length at which a stone of this cut weighs that much. */
export function weighGem(gem: Gem, carats: number, words: string): Taken<Spec> {
  const value = roundToStep(gem.length, lengthForCarats(gem.cut, gem.stone, carats));
  return sizeGem(gem, { type: "set", value }, words);
}

/** "7 x 5 mm": length and width, the longer first; of a round stone two different sides are asked about. */
export function gemSides(gem: Gem, mm: readonly number[], words: string): Taken<Spec> {
  const [long = 0, short = long] = mm.slice(0, 2).toSorted((a, b) => b - a);
  if (!gem.width) return oneSide(gem.length, long, short, words);
  if (long !== short && CUT_ASPECT[gem.cut] === 1) {
    const message = `A ${gem.cut} stone has one size; ${long} × ${short} mm fits an oval, cushion, emerald, pear or marquise. Which cut?`;
    return { questions: [{ words, message, field: gem.cutName }] };
  }
  return merged(within(gem.length, long, words), within(gem.width, short, words));
}

function oneSide(field: Field, long: number, short: number, words: string): Taken<Spec> {
  if (long === short) return within(field, long, words);
  const message = `${field.label}: these stones are round and have one size. Which, ${short} or ${long} mm?`;
  return { questions: [{ words, message, field: field.name }] };
}

/** The stone's sides when only its cut changes: the usual proportion of the cut, the same face. */
export function reproportion({ length, width, lengthMm, widthMm, cut }: Gem): Spec {
  if (!width) return {};
  const aspect = CUT_ASPECT[cut];
  const face = lengthMm * widthMm;
  return {
    [length.name]: nearestAllowed(length, Math.sqrt(face * aspect)),
    [width.name]: nearestAllowed(width, Math.sqrt(face / aspect)),
  };
}
