"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import type { Price } from "#lib/shared/money.ts";
import { formatBox, formatGrams, signed } from "./format.ts";
import { useMoney } from "./use-money.ts";
import { useInches } from "./use-preference.ts";

export interface Outcome {
  measures: Measures;
  price: Price;
  findings: Finding[];
}

interface PieceSummaryProps {
  shown: Outcome;
  /** The saved revision, to tell what an edit would change; null when nothing is unsaved. */
  saved: Outcome | null;
}

/** The few numbers one looks at all the time: grams, money, millimetres, and whether it can be made. */
export function PieceSummary({ shown, saved }: PieceSummaryProps) {
  const t = useTranslations("design.summary");
  const locale = useLocale();
  const inInches = useInches();
  const money = useMoney();
  const { measures, price, findings } = shown;
  const problems = findings.filter((finding) => finding.status !== "pass").length;
  const massDelta = saved ? measures.massG - saved.measures.massG : 0;
  const priceDelta = saved ? price.totalMinor - saved.price.totalMinor : 0;
  return (
    <dl className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm">
      <Item
        name={t("mass")}
        delta={deltaText(massDelta, 0.005, (massG) => formatGrams(massG, locale))}
      >
        {formatGrams(measures.massG, locale)}
      </Item>
      <Item
        name={t("price")}
        delta={deltaText(priceDelta, 50, (minor) => money.short(minor, price.currency))}
      >
        {money.full(price.totalMinor, price.currency)}
      </Item>
      <Item name={t("size")}>{formatBox(measures.boxMm, inInches, locale)}</Item>
      <Item name={t("rules")}>
        <span className={`flex items-center gap-1 ${problems === 0 ? "text-good" : "text-warn"}`}>
          {problems === 0 ? (
            <CircleCheck size={15} aria-hidden />
          ) : (
            <TriangleAlert size={15} aria-hidden />
          )}
          {problems === 0 ? t("good") : t("problems", { count: problems })}
        </span>
      </Item>
    </dl>
  );
}

function deltaText(delta: number, least: number, format: (value: number) => string) {
  return Math.abs(delta) < least ? null : signed(format(delta), delta);
}

interface ItemProps {
  name: string;
  delta?: string | null;
  children: React.ReactNode;
}

function Item({ name, delta, children }: ItemProps) {
  return (
    <div className="flex items-baseline gap-1.5">
      <dt className="sr-only">{name}</dt>
      <dd className="flex items-baseline gap-1.5 font-medium tabular-nums">
        {children}
        {delta && <span className="text-xs font-normal text-accent">{delta}</span>}
      </dd>
    </div>
  );
}
