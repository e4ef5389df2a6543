import type { Finding } from "#lib/kernel/finding.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { fieldsOf } from "#lib/kinds/read/fields.ts";
import type { Price } from "#lib/shared/money.ts";
import type { FieldChange, RevisionChanges, Spec } from "./types.ts";

/** What came of a spec, as far as two revisions are compared by it. */
export interface Outcome {
  spec: Spec;
  measures: Measures;
  price: Price;
  findings: Finding[];
}

/** What moved between two outcomes: fields with units, grams, money, and findings the first did not have. */
export function compareOutcomes(kind: Kind, before: Outcome, after: Outcome): RevisionChanges {
  return {
    fields: changedFields(kind, before.spec, after.spec),
    massDeltaG: round(after.measures.massG - before.measures.massG, 3),
    priceDeltaMinor: after.price.totalMinor - before.price.totalMinor,
    newFindings: newFindings(before.findings, after.findings),
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

function newFindings(before: Finding[], after: Finding[]): Finding[] {
  const known = new Set(before.filter(isProblem).map((finding) => finding.rule));
  return after.filter((finding) => isProblem(finding) && !known.has(finding.rule));
}

const isProblem = (finding: Finding) => finding.status !== "pass";

const round = (value: number, digits: number) => Number(value.toFixed(digits));
