"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import type { FigurineView } from "#lib/figurines/get-figurine.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";

const TONES: Record<string, Tone> = {
  pass: "good",
  warn: "warn",
  fail: "bad",
  not_checked: "plain",
};

/** What was looked at in the photo, and until when it is kept. */
export function ChecksPanel({ figurine }: { figurine: FigurineView }) {
  const t = useTranslations("figurine.board");
  const format = useFormatter();
  const locale = useLocale();
  const date = format.dateTime(new Date(figurine.photosKeptUntil), {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return (
    <Card className="grid gap-3 text-sm">
      <CardTitle>{t("checks")}</CardTitle>
      <dl className="grid gap-3">
        {figurine.checks.map(({ check, status, message }) => (
          <div key={`${check} ${message}`} className="grid gap-0.5">
            <dt className="flex items-center justify-between gap-3 font-medium">
              {t(`checkName.${check}`)}
              <Badge tone={TONES[status] ?? "plain"}>{t(`check.${status}`)}</Badge>
            </dt>
            <dd className="text-muted">{sentenceIn(locale, message)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-xs text-muted">
        {figurine.photos.length === 0 ? t("photosGone") : t("photosKept", { date })}
      </p>
    </Card>
  );
}
