"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ProposedRequest } from "#lib/conversations/tools/ask-for-quote.ts";
import { CARD_BUTTON, Card } from "./card.tsx";

/** Whom a request for quotes would go to, with the way to the page on which the person sends it. */
export function RequestCard({ ateliers, requestUrl }: ProposedRequest) {
  const t = useTranslations("chat.tools.request");
  return (
    <Card mark="asking">
      <span className="flex items-center justify-between gap-2">
        <span className="min-w-0">
          <span className="font-medium">{t("ready")}</span>{" "}
          {ateliers.map(({ name }) => name).join(", ")}
        </span>
        <Link href={requestUrl} className={`shrink-0 ${CARD_BUTTON}`}>
          {t("send")}
        </Link>
      </span>
    </Card>
  );
}
