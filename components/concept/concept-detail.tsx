"use client";

import { Check, Download, Paintbrush, PencilLine, RefreshCw, ScanSearch, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatGrams, signed } from "#components/design/format.ts";
import { LineageDetails } from "#components/design/lineage-list.tsx";
import { useMoney } from "#components/design/use-money.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button, buttonClass } from "#components/ui/button.tsx";
import type { ConceptView } from "#lib/concepts/types.ts";

interface ConceptDetailProps {
  concept: ConceptView;
  name: string;
  busy: boolean;
  currency: string;
  onAdopt: () => void;
  onAgain: () => void;
  onRepaint: () => void;
  onTwin: () => void;
  /** Lays its original beside it; absent where there is none. */
  onOriginal?: (() => void) | undefined;
}

/** Everything about one concept: what became of what was asked, what it costs, how it came to be, and what can be done with it. */
export function ConceptDetail(props: ConceptDetailProps) {
  const { concept, name, busy, onOriginal } = props;
  const t = useTranslations("concept.detail");
  const hasNumbers = concept.spec !== null;
  return (
    <section aria-label={name} className="grid content-start gap-5">
      <header className="grid gap-1.5">
        <h2 className="text-lg font-semibold">{name}</h2>
        <p className="flex flex-wrap gap-1.5">
          <Badge tone={concept.lineage.isAiMade ? "warn" : "plain"}>
            {concept.lineage.isAiMade ? t("aiMade") : t("drawn")}
          </Badge>
          {concept.adoptedRevisionId && <Badge tone="good">{t("adopted")}</Badge>}
        </p>
        {concept.words && <p className="text-sm text-muted">{concept.words}</p>}
      </header>
      <div className="grid grid-cols-2 gap-2">
        {hasNumbers ? (
          <>
            <Button disabled={busy} onClick={props.onAdopt} className="col-span-2">
              <Check size={16} aria-hidden />
              {t("use")}
            </Button>
            <Button look="secondary" disabled={busy} onClick={props.onRepaint}>
              <Paintbrush size={16} aria-hidden />
              {t("repaint")}
            </Button>
          </>
        ) : (
          <Button disabled={busy} onClick={props.onTwin} className="col-span-2">
            <ScanSearch size={16} aria-hidden />
            {t("twin")}
          </Button>
        )}
        <a href={concept.image.url} download className={buttonClass({ look: "secondary" })}>
          <Download size={16} aria-hidden />
          {t("download")}
        </a>
        {onOriginal && (
          <Button look="secondary" onClick={onOriginal} className="col-span-2">
            {t("original")}
          </Button>
        )}
      </div>
      <Changes {...props} />
      <Notes concept={concept} />
      <LineageDetails lineage={concept.lineage} />
      <div className="grid gap-2 border-t border-line pt-4">
        <Button look="secondary" disabled={busy} onClick={props.onAgain}>
          <RefreshCw size={16} aria-hidden />
          {t("again")}
        </Button>
        <p className="text-xs text-muted">{concept.again.message}</p>
      </div>
    </section>
  );
}

function Changes({ concept, currency }: ConceptDetailProps) {
  const t = useTranslations("concept.detail");
  const locale = useLocale();
  const money = useMoney();
  const { massDeltaG, priceDeltaMinor } = concept;
  if (massDeltaG === null || priceDeltaMinor === null) return null;
  return (
    <dl className="grid grid-cols-2 gap-3 rounded-card bg-hover p-4 text-sm">
      <div>
        <dt className="text-muted">{t("mass")}</dt>
        <dd className="font-medium tabular-nums">
          {signed(formatGrams(massDeltaG, locale), massDeltaG)}
        </dd>
      </div>
      <div>
        <dt className="text-muted">{t("price")}</dt>
        <dd className="font-medium tabular-nums">
          {signed(money.short(priceDeltaMinor, currency), priceDeltaMinor)}
        </dd>
      </div>
    </dl>
  );
}

const VERDICTS = ["changed", "kept", "refused"] as const;

const ICONS: Record<(typeof VERDICTS)[number], ReactNode> = {
  changed: <PencilLine size={15} aria-hidden className="mt-0.5 shrink-0 text-accent" />,
  kept: <Check size={15} aria-hidden className="mt-0.5 shrink-0 text-good" />,
  refused: <X size={15} aria-hidden className="mt-0.5 shrink-0 text-warn" />,
};

/** What was changed, kept and refused, and why. */
function Notes({ concept }: { concept: ConceptView }) {
  const t = useTranslations("concept.detail.verdicts");
  return (
    <div className="grid gap-4">
      {VERDICTS.map((verdict) => {
        const notes = concept.notes.filter((note) => note.verdict === verdict);
        if (notes.length === 0) return null;
        return (
          <section key={verdict} aria-label={t(verdict)} className="grid gap-1.5">
            <h3 className="text-sm font-medium">{t(verdict)}</h3>
            <ul className="grid gap-1.5 text-sm">
              {notes.map(({ message }) => (
                <li key={message} className="flex gap-2">
                  {ICONS[verdict]}
                  <span>{message}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
