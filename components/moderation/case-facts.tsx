import { getFormatter, getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import type { CaseView } from "#lib/moderation/case.ts";

/** What a case is about, in words: category, who saw it, the reason, the words, the appeal. */
export async function CaseFacts({ shown }: { shown: CaseView }) {
  const [t, format] = await Promise.all([getTranslations("moderation"), getFormatter()]);
  return (
    <div className="grid gap-3 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="warn">{t(`category.${shown.category}`)}</Badge>
        <Badge>{t(`subject.${shown.subjectType}`)}</Badge>
        <span className="text-muted">
          {t(`source.${shown.source}`)} ·{" "}
          <time dateTime={shown.createdAt.toISOString()}>
            {format.dateTime(shown.createdAt, { dateStyle: "medium", timeStyle: "short" })}
          </time>
        </span>
      </p>
      {shown.reason && <p>{shown.reason}</p>}
      {shown.excerpt && <Quote>{shown.excerpt}</Quote>}
      {shown.appeal && (
        <div className="grid gap-1">
          <p className="font-medium">{t("appeal.yours")}</p>
          <Quote>{shown.appeal}</Quote>
        </div>
      )}
    </div>
  );
}

function Quote({ children }: { children: string }) {
  return (
    <blockquote className="whitespace-pre-wrap break-words border-l-2 border-line-strong pl-3 text-muted">
      {children}
    </blockquote>
  );
}
