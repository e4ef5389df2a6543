import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import type { CaseView } from "#lib/moderation/case.ts";

/** One decision in the person's list. */
export async function CaseRow({ shown }: { shown: CaseView }) {
  const t = await getTranslations("moderation");
  return (
    <li>
      <Link
        href={`/moderation/${shown.id}`}
        className="flex items-center gap-4 px-4 py-3 text-sm hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{t(`category.${shown.category}`)}</span>
          <span className="block truncate text-muted">{shown.excerpt ?? shown.reason}</span>
        </span>
        <Badge tone={shown.outcome === "allowed" ? "good" : "plain"}>
          {shown.outcome ? t(`outcome.${shown.outcome}`) : t(`status.${shown.status}`)}
        </Badge>
      </Link>
    </li>
  );
}
