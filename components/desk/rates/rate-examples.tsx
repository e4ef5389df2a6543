import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { formatMoney } from "#components/design/format.ts";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { localNumbers } from "#lib/shared/local-numbers.ts";
import type { RateTexts } from "./cells.ts";
import { examplesOf, type RateExample } from "./examples.ts";
import { readRates } from "./read-rates.ts";

/** What pieces of the atelier's crafts cost by the rates as they are typed. */
export function RateExamples({ texts, currency }: { texts: RateTexts; currency: string }) {
  const t = useTranslations("desk.rates");
  const examples = useMemo(() => examplesOf(readRates(texts, currency).rates), [texts, currency]);
  return (
    <Card
      aria-labelledby="example"
      className="grid gap-3 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto"
    >
      <CardTitle id="example">{t("example")}</CardTitle>
      {examples.length === 0 ? <p className="text-sm text-muted">{t("noExample")}</p> : null}
      {examples.map((example, at) => (
        <Example key={example.id} example={example} isFirst={at === 0} />
      ))}
    </Card>
  );
}

function Example({ example, isFirst }: { example: RateExample; isFirst: boolean }) {
  const t = useTranslations("desk.rates.examples");
  const locale = useLocale();
  const format = useFormatter();
  const { id, price, material, massG } = example;
  const money = (minor: number) => formatMoney(minor, price.currency, locale);
  const grams = format.number(massG, { maximumFractionDigits: massG < 100 ? 2 : 0 });
  return (
    <details open={isFirst} className="border-t border-line pt-3">
      <summary className="cursor-pointer text-sm">
        <span className="inline-flex w-[calc(100%-1.25rem)] justify-between gap-3 align-top font-medium">
          <span>{t(`${id}.name`)}</span>
          <output className="tabular-nums">{money(price.totalMinor)}</output>
        </span>
      </summary>
      <p className="pt-2 text-xs text-muted">
        {t(`${id}.text`, { material: labelIn(locale, material), grams })}
      </p>
      <ul className="grid gap-2 pt-2 text-sm">
        {price.lines.map(({ id: line, label, basis, amountMinor }) => (
          <li key={line} className="grid gap-0.5">
            <span className="flex justify-between gap-3">
              <span>{labelIn(locale, label)}</span>
              <span className="tabular-nums">{money(amountMinor)}</span>
            </span>
            <span className="text-xs text-muted">{localNumbers(basis, locale)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
