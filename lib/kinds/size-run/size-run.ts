import { strToU8, type Zippable, zipSync } from "fflate";
import type { Measures } from "../../kernel/measures.ts";
import { AppError, invalidInput, isAppError } from "../../shared/errors.ts";
import type { Price } from "../../shared/money.ts";
import type { Kind } from "../kind.ts";
import { fieldOf } from "../read/fields.ts";

type Spec = Record<string, unknown>;

/** One size of a run: its inner diameter and its name in the system that was asked for. */
export interface RunSize {
  innerDiameterMm: number;
  label: string;
}

export interface SizeFile {
  filename: string;
  bytes: Uint8Array;
}

export interface BuiltSize {
  measures: Measures;
  price: Price;
  files: readonly SizeFile[];
}

/** Builds one size with its files; throws AppError `invalid_input` or `rule_broken` where it cannot be. */
export type SizeBuilder = (spec: Spec, size: RunSize) => Promise<BuiltSize>;

/** A line of the tables. */
export interface SizeRow extends RunSize {
  massG: number | null;
  carats: number | null;
  totalMinor: number | null;
  currency: string | null;
  /** Why there is no such size; null where there is. */
  refused: string | null;
}

export interface SizeRun {
  rows: SizeRow[];
  /** Files of every size, the tables as CSV and JSON. */
  zip: Uint8Array;
}

/** The most sizes of one run. */
export const MOST_SIZES = 40;
/** A ZIP holds times from 1980 on; a fixed one keeps the bytes equal. */
const ZIP_TIME = new Date(1980, 0, 1);

/** The field that holds the kind's size, an inner diameter in mm. Throws `invalid_input` for a kind without one. */
export function sizeFieldOf(kind: Kind): string {
  const name = "innerDiameterMm";
  if (fieldOf(kind.schema, name)) return name;
  throw invalidInput(`A ${kind.title.toLowerCase()} does not come in ring sizes.`, {
    details: { kind: kind.id },
  });
}

/** The same piece for another finger or wrist; stones and their settings stay as they are. */
export function resized(kind: Kind, spec: Spec, innerDiameterMm: number): Spec {
  const field = sizeFieldOf(kind);
  return kind.resize?.(spec, innerDiameterMm) ?? { ...spec, [field]: innerDiameterMm };
}

const isRefusal = (error: unknown): error is AppError =>
  isAppError(error) && (error.code === "invalid_input" || error.code === "rule_broken");

/** A size as a part of a file's name: `US 5` is `US-5`, `UK J½` is `UK-J1-2`. */
export const safeName = (label: string): string =>
  label.normalize("NFKD").replace(/[^\w.-]+/g, "-");

async function rowOf(
  kind: Kind,
  spec: Spec,
  size: RunSize,
  build: SizeBuilder,
): Promise<{ row: SizeRow; files: readonly SizeFile[]; refusal?: AppError }> {
  try {
    const { measures, price, files } = await build(resized(kind, spec, size.innerDiameterMm), size);
    const { massG, totalCarats: carats } = measures;
    const { totalMinor, currency } = price;
    return { row: { ...size, massG, carats, totalMinor, currency, refused: null }, files };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const refused = error.message;
    const none = { massG: null, carats: null, totalMinor: null, currency: null };
    return { row: { ...size, ...none, refused }, files: [], refusal: error };
  }
}

const csvCell = (value: string | number | null) => {
  const text = value === null ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csv = (rows: readonly (readonly (string | number | null)[])[]) =>
  `${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

const rounded = (value: number | null, digits: number) =>
  value === null ? null : Number(value.toFixed(digits));

function gramTable(rows: readonly SizeRow[]): string {
  const lines = rows.map(({ label, innerDiameterMm, massG, carats, refused }) => [
    ...[label, rounded(innerDiameterMm, 2), rounded(innerDiameterMm * Math.PI, 2)],
    ...[rounded(massG, 3), rounded(carats, 3), refused],
  ]);
  return csv([
    ["size", "inner_diameter_mm", "inner_circumference_mm", "mass_g", "carats", "refused"],
    ...lines,
  ]);
}

function priceTable(rows: readonly SizeRow[]): string {
  const lines = rows.map(({ label, totalMinor, currency, refused }) => [
    label,
    totalMinor,
    currency,
    refused,
  ]);
  return csv([["size", "total_minor", "currency", "refused"], ...lines]);
}

function jsonTable(kind: Kind, spec: Spec, rows: readonly SizeRow[]): string {
  const sizes = rows.map((row) => ({
    size: row.label,
    inner_diameter_mm: rounded(row.innerDiameterMm, 3),
    mass_g: rounded(row.massG, 3),
    carats: rounded(row.carats, 3),
    total_minor: row.totalMinor,
    currency: row.currency,
    refused: row.refused,
  }));
  return `${JSON.stringify({ kind: kind.id, words: kind.words(spec), sizes }, null, 2)}\n`;
}

function nothingMade({ label }: SizeRow, refusal: AppError): AppError {
  const message = `The piece can be made in none of these sizes. ${label}: ${refusal.userMessage}`;
  return new AppError("rule_broken", message, { details: refusal.details, cause: refusal });
}

/**
 * A piece in many sizes as one ZIP: the files of each size in a folder of its own, a gram table and a price table (CSV),
 * and both as JSON. A size that the rules refuse is a line that says why. Same sizes, same bytes.
 * Throws `invalid_input` for no size, more than 40, or a kind that has none; `rule_broken` with the first refusal where
 * every size is refused.
 */
export async function sizeRun(
  kind: Kind,
  spec: Spec,
  sizes: readonly RunSize[],
  build: SizeBuilder,
): Promise<SizeRun> {
  sizeFieldOf(kind);
  if (sizes.length === 0 || sizes.length > MOST_SIZES) {
    throw invalidInput(`A run has 1 to ${MOST_SIZES} sizes.`, {
      details: { field: "sizes", value: sizes.length, minimum: 1, maximum: MOST_SIZES },
    });
  }
  const rows: SizeRow[] = [];
  const refusals: AppError[] = [];
  const entries: Zippable = {};
  // Packing meshes harder takes longer than it saves: they are read once.
  const entry = (bytes: Uint8Array): Zippable[string] => [bytes, { level: 1, mtime: ZIP_TIME }];
  for (const size of sizes) {
    const { row, files, refusal } = await rowOf(kind, spec, size, build);
    rows.push(row);
    if (refusal) refusals.push(refusal);
    for (const { filename, bytes } of files)
      entries[`${safeName(size.label)}/${filename}`] = entry(bytes);
  }
  if (refusals.length === rows.length) throw nothingMade(rows[0]!, refusals[0]!);
  entries["grams.csv"] = entry(strToU8(gramTable(rows)));
  entries["prices.csv"] = entry(strToU8(priceTable(rows)));
  entries["sizes.json"] = entry(strToU8(jsonTable(kind, spec, rows)));
  return { rows, zip: zipSync(entries) };
}
