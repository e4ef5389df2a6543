import { compareOutcomes } from "#lib/designs/changes.ts";
import { outcomeOf } from "#lib/designs/edit-design.ts";
import type { RevisionRow } from "#lib/designs/row.ts";
import type { FieldChange } from "#lib/designs/types.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { type AppError, conflict } from "#lib/shared/errors.ts";
import type { ProofDifference } from "./row.ts";

/** What moved between two revisions of a design; fields are empty where one has no numbers. */
export function differenceOf(
  kindId: string,
  before: RevisionRow,
  after: RevisionRow,
): ProofDifference {
  const numbers = { quotedRevision: before.number, newestRevision: after.number };
  const hasNumbers = [before, after].every(
    ({ spec, measures, price }) => spec && measures && price,
  );
  if (!hasNumbers) return { ...numbers, fields: [], massDeltaG: 0, priceDeltaMinor: 0 };
  const { fields, massDeltaG, priceDeltaMinor } = compareOutcomes(
    getKind(kindId),
    outcomeOf(before),
    outcomeOf(after),
  );
  return { ...numbers, fields, massDeltaG, priceDeltaMinor };
}

/** `conflict`: the design is no longer what was looked at; says what moved. `next` is what one can do now. */
export function changedSince(difference: ProofDifference, next: string): AppError {
  const { quotedRevision, newestRevision, fields, massDeltaG, priceDeltaMinor } = difference;
  const moved = [...fields.map(fieldInWords), ...(massDeltaG ? [gramsInWords(massDeltaG)] : [])];
  const what = moved.length > 0 ? `: ${moved.join(", ")}` : "";
  const message = `The piece changed since version ${quotedRevision}; version ${newestRevision} is the newest${what}. ${next}`;
  return conflict(message, {
    fieldErrors: { revision: message },
    details: {
      reason: "revision_changed",
      quoted_revision: quotedRevision,
      newest_revision: newestRevision,
      changes: fields,
      mass_delta_g: massDeltaG,
      price_delta_minor: priceDeltaMinor,
    },
  });
}

function fieldInWords({ label, before, after, unit }: FieldChange): string {
  const sign = unit === null || unit === "count" ? "" : ` ${unit}`;
  return `${label.toLowerCase()} ${String(before ?? "none")} → ${String(after ?? "none")}${sign}`;
}

const gramsInWords = (deltaG: number) =>
  `${deltaG > 0 ? "+" : "−"}${Math.abs(deltaG).toFixed(2)} g`;
