import { addedFindings } from "#lib/kernel/added-findings.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { fieldsOf } from "#lib/kinds/read/fields.ts";
import type { Price } from "#lib/shared/money.ts";
import type { FieldChange, PreviewNumbers, RevisionChanges, Spec } from "./types.ts";

/** What came of a spec, as far as two revisions are compared by it. */
export interface Outcome {
  spec: Spec;
  measures: Measures;
  price: Price;
  findings: Finding[];
  /** Its numbers at preview quality, where its measures are those of the final mesh. */
  preview?: PreviewNumbers;
}

/** What moved between two outcomes: fields with units, grams, money, and findings the first did not have. */
export function compareOutcomes(kind: Kind, before: Outcome, after: Outcome): RevisionChanges {
  return {
    fields: changedFields(kind, before.spec, after.spec),
    ...deltas(previewOf(before), previewOf(after)),
    newFindings: newFindings(before.findings, after.findings),
    preview: previewOf(after),
  };
}

/** The numbers two revisions are compared by: both at preview quality. */
export function previewOf({ preview, measures, price }: Outcome): PreviewNumbers {
  return preview ?? { massG: measures.massG, totalMinor: price.totalMinor };
}

function deltas(before: PreviewNumbers, after: PreviewNumbers) {
  return {
    massDeltaG: round(after.massG - before.massG, 3),
    priceDeltaMinor: after.totalMinor - before.totalMinor,
  };
}

/** Fields whose value differs, in the schema's order. */
export function changedFields(kind: Kind, before: Spec, after: Spec): FieldChange[] {
  return fieldsOf(kind.schema)
    .filter((field) => before[field.name] !== after[field.name])
    .map((field) => ({
      field: field.name,
      label: field.label,
      before: before[field.name] ?? null,
      after: after[field.name] ?? null,
      unit: field.unit ?? null,
    }));
}

const newFindings = (before: Finding[], after: Finding[]): Finding[] =>
  addedFindings(before.filter(isProblem), after.filter(isProblem));

const isProblem = (finding: Finding) => finding.status !== "pass";

const round = (value: number, digits: number) => Number(value.toFixed(digits));
