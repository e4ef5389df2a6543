import type { Finding } from "../../../../kernel/finding.ts";
import { findKind } from "../../../../kinds/registry.ts";
import { sentenceIn } from "../../../../kinds/tongues/sentences/index.ts";
import { changesOf } from "./after-design.ts";
import { digits, money, sentence, signed, worstFirst } from "./format.ts";
import { answerTexts } from "./texts/index.ts";

/** What `compare_revisions` answers. */
export interface ComparedAnswer {
  kind: string;
  from: number;
  to: number;
  changes: { field: string; label: string; before: unknown; after: unknown }[];
  massDeltaG: number;
  priceDeltaMinor: number;
  currency: string;
  newFindings: Finding[];
  goneFindings: Finding[];
}

/** What lies between two versions: fields, grams and money, what is new to mind and what is solved. */
export function afterComparing(answer: ComparedAnswer, locale: string): string {
  const { from, to, changes, massDeltaG, priceDeltaMinor, currency, goneFindings } = answer;
  const texts = answerTexts(locale);
  const kind = findKind(answer.kind);
  if (changes.length === 0 || !kind) return texts.sameVersions(from, to);
  const mass = signed(digits(massDeltaG, 2, locale), massDeltaG);
  const cost = signed(money({ currency, amountMinor: priceDeltaMinor }, locale), priceDeltaMinor);
  const told = (finding: Finding) => sentence(sentenceIn(locale, finding.message));
  return [
    texts.compared(from, to, changesOf(answer, kind, locale), `${mass} g, ${cost}`),
    ...worstFirst(answer.newFindings).slice(0, 2).map(told),
    goneFindings[0] ? texts.solvedSince(told(goneFindings[0])) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
