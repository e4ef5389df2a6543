"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { TEXT_LINK } from "#components/ui/text-link.ts";

/** What a tool that asks for concept pictures answers, as far as its card shows it. */
export interface ConceptsResult {
  designId: string;
  conceptIds: string[];
}

/** The concept pictures that are being made, and where they will be. */
export function ConceptsCard({ result }: { result: ConceptsResult }) {
  const t = useTranslations("chat.tools");
  const { designId, conceptIds } = result;
  return (
    <>
      <span className="font-medium">
        {t("done.concept_pictures", { count: conceptIds.length })}
      </span>
      <Link href={`/designs/${designId}/concepts`} className={TEXT_LINK}>
        {t("conceptsAll")}
      </Link>
    </>
  );
}
