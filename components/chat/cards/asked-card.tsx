"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import type { AskedForQuote } from "#lib/conversations/tools/ask-for-quote.ts";

/** Who was asked for a quote, each with the way to the talk. */
export function AskedCard({ result }: { result: AskedForQuote }) {
  const t = useTranslations("chat.tools");
  return (
    <span className="grid flex-1 gap-1">
      <span className="font-medium">{t("done.ask_for_quote")}</span>
      <span className="flex flex-wrap gap-x-3 gap-y-1">
        {result.quotes.map(({ id, atelier }) => (
          <Link key={id} href={`/quotes/${id}`} className={TEXT_LINK}>
            {atelier}
          </Link>
        ))}
      </span>
    </span>
  );
}
