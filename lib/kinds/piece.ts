import type { Finding, Process } from "../kernel/finding.ts";
import { madeParts, measureParts } from "../kernel/measure/measure-parts.ts";
import type { Measures } from "../kernel/measures.ts";
import type { Part, Quality } from "../kernel/mesh.ts";
import { meshHash } from "../kernel/mesh-hash.ts";
import { priceOf } from "../kernel/price/price-of.ts";
import { HOUSE_RATES, type RateCard } from "../kernel/price/rate-card.ts";
import { checkProcess } from "../kernel/print/check-process.ts";
import type { PrintLimits } from "../kernel/print/limits.ts";
import type { SolidKernel } from "../kernel/solid/kernel.ts";
import { withCreaseNormals } from "../kernel/solid/normals.ts";
import { findAlloy } from "../shared/alloys.ts";
import { getMaterial } from "../shared/materials.ts";
import type { Price } from "../shared/money.ts";
import { type BuildAssets, meshOf, NO_ASSETS, pictureOf } from "./assets.ts";
import type { Kind } from "./kind.ts";

/** A built design: its solids and all that follows from them. */
export interface Piece<Spec> {
  kind: string;
  spec: Spec;
  /** One sentence. */
  words: string;
  quality: Quality;
  /** Each with unit normals, split at creases. */
  parts: Part[];
  measures: Measures;
  findings: Finding[];
  price: Price;
  /** Of what is made, without the stones. */
  meshHash: string;
}

export interface PieceOptions {
  /** An atelier's rates; default the house's. */
  rates?: RateCard;
  /** An atelier's limits by process. */
  limits?: Partial<PrintLimits>;
  /** False leaves the thinnest wall of a final mesh unmeasured, as a preview does; default true. */
  walls?: boolean;
  /** The pictures the spec names; default none. */
  assets?: BuildAssets;
}

/** Curved metal is shaded smooth, facets of a stone are flat. */
const CREASE_DEG: Record<Part["role"], number> = {
  metal: 35,
  body: 45,
  cloth: 60,
  support: 45,
  stone: 1,
};

/** What the piece's main material is worked by; cloth is sewn, which asks nothing of a mesh. */
function processesOf({ madeOf }: Measures): readonly Process[] {
  const [main] = madeOf;
  if (!main) return [];
  return findAlloy(main.material) ? ["cast-metal"] : getMaterial(main.material).processes;
}

function shaded(part: Part): Part {
  if (part.mesh.normals) return part;
  return { ...part, mesh: withCreaseNormals(part.mesh, CREASE_DEG[part.role]) };
}

function findingsOf<Spec extends Record<string, unknown>>(
  kind: Kind<Spec>,
  spec: Spec,
  measures: Measures,
  { limits, findings, assets = NO_ASSETS }: FinishOptions,
): Finding[] {
  const options = { pieces: kind.pieces?.(spec, assets) ?? 1, ...(limits && { limits }) };
  const general = processesOf(measures).flatMap((process) =>
    checkProcess(process, measures, options),
  );
  return [...general, ...(findings ?? kind.check(spec, measures, assets))];
}

/**
 * Builds a valid spec and measures, checks and prices it. Pure: the same spec and quality give the same
 * piece, in Node and in a browser. A preview leaves the thinnest wall unmeasured. Throws `invalid_input`
 * or `rule_broken` where the spec cannot be built, `not_found` for a picture that was not brought; see `isKernelDead`
 * for what else may come.
 */
export function buildPiece<Spec extends Record<string, unknown>>(
  kernel: SolidKernel,
  kind: Kind<Spec>,
  spec: Spec,
  quality: Quality,
  options: PieceOptions = {},
): Piece<Spec> {
  const { assets = NO_ASSETS } = options;
  const needs = kind.needs?.(spec);
  for (const id of needs?.pictures ?? []) pictureOf(assets, id);
  for (const id of needs?.meshes ?? []) meshOf(assets, id);
  const parts = kernel.scope(() => kind.build(spec, kernel, quality, assets));
  return finishPiece(kind, spec, parts, quality, options);
}

export interface FinishOptions extends PieceOptions {
  /** In place of the kind's own sentence. */
  words?: string;
  /** In place of the kind's own findings: of a shape that it did not build. */
  findings?: readonly Finding[];
}

/** Parts, wherever they are from, as a piece: measured, checked and priced. */
export function finishPiece<Spec extends Record<string, unknown>>(
  kind: Kind<Spec>,
  spec: Spec,
  parts: Part[],
  quality: Quality,
  options: FinishOptions = {},
): Piece<Spec> {
  const { rates = HOUSE_RATES, walls = true } = options;
  const except = kind.ownWalls?.(spec, parts) ?? [];
  const measured = measureParts(parts, quality === "final" && walls ? { except } : null);
  const measures = kind.measure?.(spec, measured) ?? measured;
  const made = madeParts(parts);
  if (made.length === 0) throw new Error(`A ${kind.id} without a part to make.`);
  return {
    kind: kind.id,
    spec,
    words: options.words ?? kind.words(spec),
    quality,
    parts: parts.map(shaded),
    measures,
    findings: findingsOf(kind, spec, measures, options),
    price: priceOf(measures, kind.price(spec, measures, rates), rates),
    meshHash: meshHash(made.map(({ mesh }) => mesh)),
  };
}
