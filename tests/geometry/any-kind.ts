import type { Quality } from "#lib/kernel/mesh.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";
import type { SolidKernel } from "#lib/kernel/solid/kernel.ts";
import type { BuildAssets } from "#lib/kinds/assets.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { patchSpec } from "#lib/kinds/parse-spec.ts";
import { buildPiece, type Piece } from "#lib/kinds/piece.ts";
import { type Field, fieldsOf, roundToStep } from "#lib/kinds/read/fields.ts";
import { listKinds } from "#lib/kinds/registry.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { seededNumbers } from "./random-spec.ts";

type Spec = Record<string, unknown>;

/** The kinds under test: all of the registry, or the one that KIND names. */
export function kindsUnderTest(): readonly Kind[] {
  const only = process.env.KIND;
  const kinds = listKinds().filter(({ id }) => !only || id === only);
  if (kinds.length === 0) throw new Error(`KIND is "${only}": there is no such kind.`);
  return kinds;
}

/** A subject on a plain ground: how far inside each pixel is, −1 to 1, decides its colour. */
function drawing(inside: (x: number, y: number) => number): Raster {
  const size = 96;
  const rgba = new Uint8Array(size * size * 4);
  for (let i = 0; i < size * size; i++) {
    const depth = inside(((i % size) / size) * 2 - 1, (Math.floor(i / size) / size) * 2 - 1);
    const ink = depth > 0 ? [60 + 120 * depth, 40 + 60 * depth, 30, 255] : [236, 238, 240, 255];
    rgba.set(ink, 4 * i);
  }
  return { width: size, height: size, rgba };
}

/** Pictures by which kinds made from one are tried: a disc, a figure of head and shoulders, a star. */
const PICTURES: Record<string, Raster> = {
  "11111111-1111-4111-8111-111111111111": drawing((x, y) => 0.6 - Math.hypot(x, y)),
  "22222222-2222-4222-8222-222222222222": drawing((x, y) =>
    Math.max(0.34 - Math.hypot(x, y + 0.3), Math.min(0.75 - Math.abs(x), y - 0.1, 0.8 - y)),
  ),
  "33333333-3333-4333-8333-333333333333": drawing(
    (x, y) => 0.45 + 0.2 * Math.cos(5 * Math.atan2(y, x)) - Math.hypot(x, y),
  ),
};

export const ASSETS: BuildAssets = { pictures: PICTURES };

const LINES = ["Anna", "Zoë & Małgorzata", "Nguyễn", "AVA", "j", "12.06.2024", "Q8 fi", "Émile"];

function randomText(field: Field, next: () => number): string | null {
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)]!;
  if (field.input === "picture") return next() < 0.2 ? null : pick(Object.keys(PICTURES));
  if (field.input === "model") return null;
  if (field.input === "colour") {
    return `#${Math.floor(next() * 0x1000000)
      .toString(16)
      .padStart(6, "0")}`;
  }
  return pick(LINES).slice(0, field.maxLength).trim();
}

function randomValue(field: Field, next: () => number): unknown {
  if (field.values) return field.values[Math.floor(next() * field.values.length)];
  if (field.type === "flag") return next() < 0.5;
  if (field.type === "text") return randomText(field, next);
  const { minimum = 0, maximum = 1 } = field;
  const value = roundToStep(field, minimum + next() * (maximum - minimum));
  return Math.min(maximum, Math.max(minimum, value));
}

/** Every field of a kind at random within its own range; the numbers may not go together. */
export function randomFieldsOf(kind: Kind, seed: number): Spec {
  const next = seededNumbers(seed);
  return Object.fromEntries(
    fieldsOf(kind.schema).map((field) => [field.name, randomValue(field, next)]),
  );
}

/** How often a refusal may lead to the next one. */
const TRIES = 24;

/**
 * A piece of the kind at random: fields at random, and each refusal answered with the nearest value it names. Throws
 * where a refusal names none, or following them does not end.
 */
export function randomPiece(
  kernel: SolidKernel,
  kind: Kind,
  seed: number,
  quality: Quality,
): Piece<Spec> {
  let spec = patchSpec(kind, kind.schema.parse({}), randomFieldsOf(kind, seed));
  const followed: string[] = [];
  while (followed.length < TRIES) {
    try {
      return buildPiece(kernel, kind, spec, quality, { assets: ASSETS });
    } catch (error) {
      if (!isAppError(error) || error.code !== "invalid_input") throw error;
      const { field, nearest } = error.details;
      if (typeof field !== "string" || nearest === undefined || nearest === null) {
        throw new Error(`The refusal "${error.message}" names no value that works.`);
      }
      followed.push(`${field} → ${nearest}`);
      spec = patchSpec(kind, spec, { [field]: nearest });
    }
  }
  throw new Error(`Seed ${seed}: following the refusals does not end: ${followed.join(", ")}.`);
}
