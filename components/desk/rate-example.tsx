"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "#components/design/format.ts";
import { readAmount } from "#components/design/read-amount.ts";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { priceOf } from "#lib/kernel/price/price-of.ts";
import { HOUSE_RATES } from "#lib/kernel/price/rate-card.ts";
import { findAlloy } from "#lib/shared/alloys.ts";
import { minorDigits } from "#lib/shared/currencies.ts";
import type { Price } from "#lib/shared/money.ts";
import type { RateTexts } from "./rate-texts.ts";

/** A plain band 3 mm wide and 1.8 mm thick, 17.3 mm inside: its ring of metal, mm³. */
const BAND_MM3 = Math.PI * (17.3 + 1.8) * 3 * 1.8;

interface Example {
  price: Price;
  massG: number;
  alloy: string;
}

/** What a plain band costs by the rates as they are typed, by the same sums as an estimate. */
export function RateExample({ rates, currency }: { rates: RateTexts; currency: string }) {
  const t = useTranslations("desk.rates");
  const locale = useLocale();
  const example = exampleOf(rates, currency);
  return (
    <Card aria-labelledby="example" className="grid gap-3 self-start lg:sticky lg:top-20">
      <CardTitle id="example">{t("example")}</CardTitle>
      {example ? (
        <>
          <p className="text-sm text-muted">
            {t("exampleText", { alloy: example.alloy, grams: example.massG.toFixed(2) })}
          </p>
          <ul className="grid gap-2 text-sm">
            {example.price.lines.map(({ id, label, basis, amountMinor }) => (
              <li key={id} className="grid gap-0.5">
                <span className="flex justify-between gap-3">
                  <span>{label}</span>
                  <span className="tabular-nums">{formatMoney(amountMinor, currency, locale)}</span>
                </span>
                <span className="text-xs text-muted">{basis}</span>
              </li>
            ))}
          </ul>
          <output className="border-t border-line pt-2 text-right text-lg font-semibold tabular-nums">
            {formatMoney(example.price.totalMinor, currency, locale)}
          </output>
        </>
      ) : (
        <p className="text-sm text-muted">{t("noExample")}</p>
      )}
    </Card>
  );
}

/** Null while a number it needs is missing or cannot be read. */
function exampleOf(rates: RateTexts, currency: string): Example | null {
  const [id, perG] = Object.entries(rates.metals).find(([, text]) => text.trim() !== "") ?? [];
  const alloy = findAlloy(id ?? "");
  if (!alloy || perG === undefined) return null;
  const digits = minorDigits(currency);
  const money = (text: string) => Math.round(readAmount(text || "0", digits) * 10 ** digits);
  const density = rates.densities[alloy.id];
  const gPerCm3 = density ? readAmount(density, 3) : alloy.densityGPerCm3;
  const massG = (BAND_MM3 / 1000) * gPerCm3;
  const card = {
    ...HOUSE_RATES,
    ...{ currency, asOf: rates.asOf, metalPerGMinor: { [alloy.id]: money(perG) } },
    making: { fixedMinor: money(rates.makingFixed), perGMinor: money(rates.makingPerG) },
    finishMinor: money(rates.finish),
    markup: readAmount(rates.markup || "1", 3),
    roundToMinor: Math.max(1, money(rates.roundTo)),
  };
  const share = { material: alloy.id, volumeMm3: BAND_MM3, clothMm2: 0, massG };
  const price = priceOf({ madeOf: [share], massG }, [], card);
  return Number.isFinite(price.totalMinor) ? { price, massG, alloy: alloy.label } : null;
}
