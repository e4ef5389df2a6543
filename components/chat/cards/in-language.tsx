"use client";

import { useLocale } from "next-intl";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";

/** A sentence or a label of the kernel in the language of the page. */
export function InLanguage({ text }: { text: string }) {
  const locale = useLocale();
  const sentence = sentenceIn(locale, text);
  return sentence === text ? labelIn(locale, text) : sentence;
}
