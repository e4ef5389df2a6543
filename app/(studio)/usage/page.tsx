import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { getProfile } from "#lib/accounts/get-profile.ts";
import { currentRates } from "#lib/catalog/rates.ts";
import { type MonthCost, ownNumbers } from "#lib/usage/own-numbers.ts";
import { signedInContext } from "../access.ts";

const COUNTED = ["designs", "revisions", "pictures", "models", "messages", "collections"] as const;
const MICRO = 1_000_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("usage");
  return { title: t("title"), description: t("description") };
}

/** One's own numbers: what is there, how long it took, what was paid for. */
export default async function UsagePage() {
  const ctx = await signedInContext("/usage");
  const [t, format, numbers, { currency }, { perEuro }] = await Promise.all([
    getTranslations("usage"),
    getFormatter(),
    ownNumbers(ctx),
    getProfile(ctx),
    currentRates(ctx),
  ]);
  const own = perEuro[currency] && perEuro.USD ? perEuro[currency] / perEuro.USD : null;
  const { value, unit } = spanOf(numbers.workedSeconds);
  return (
    <main id="content" className="mx-auto grid w-full max-w-3xl gap-8 px-4 py-10 sm:px-6">
      <div className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t("title")}</h1>
        <p className="text-muted">{t("lead")}</p>
      </div>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        {COUNTED.map((name) => (
          <div key={name} className="rounded-card border border-line bg-surface px-4 py-3">
            <dt className="truncate text-sm text-muted">{t(name)}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{format.number(numbers[name])}</dd>
          </div>
        ))}
      </dl>
      <Card aria-labelledby="time">
        <CardTitle id="time">{t("time")}</CardTitle>
        <p className="mt-2 text-2xl font-semibold tabular-nums">
          {t(unit, { value: format.number(value, { maximumFractionDigits: 1 }) })}
        </p>
        <p className="mt-1 text-sm text-muted">{t("timeText")}</p>
      </Card>
      <Card aria-labelledby="cost">
        <CardTitle id="cost">{t("cost")}</CardTitle>
        {numbers.costs.length === 0 ? (
          <p className="mt-2 text-sm text-muted">{t("none")}</p>
        ) : (
          <Costs costs={numbers.costs} own={own === null ? null : { currency, perUsd: own }} />
        )}
      </Card>
    </main>
  );
}

interface CostsProps {
  costs: readonly MonthCost[];
  /** The person's currency, and how much of it a dollar is worth; providers charge dollars. */
  own: { currency: string; perUsd: number } | null;
}

async function Costs({ costs, own }: CostsProps) {
  const [t, format] = await Promise.all([getTranslations("usage"), getFormatter()]);
  const charged = (usd: number) => {
    const dollars = format.number(usd, { style: "currency", currency: "USD" });
    if (own === null || own.currency === "USD") return dollars;
    const about = format.number(usd * own.perUsd, { style: "currency", currency: own.currency });
    return t("about", { dollars, about });
  };
  return (
    <>
      <p className="mt-1 mb-3 text-sm text-muted">{t("costText")}</p>
      <ul className="grid divide-y divide-line text-sm">
        {costs.map(({ month, provider, orders, costMicroUsd }) => (
          <li key={`${month}-${provider}`} className="flex justify-between gap-4 py-2">
            <span>
              {format.dateTime(new Date(`${month}-01`), { month: "long", year: "numeric" })},{" "}
              {provider}
              <span className="block text-muted">{t("calls", { count: orders })}</span>
            </span>
            <span className="tabular-nums">
              {costMicroUsd === 0 ? t("free") : charged(costMicroUsd / MICRO)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A span in the unit one would say it in. */
function spanOf(seconds: number): { value: number; unit: "seconds" | "minutes" | "hours" } {
  if (seconds < 120) return { value: seconds, unit: "seconds" };
  return seconds < 7200
    ? { value: seconds / 60, unit: "minutes" }
    : { value: seconds / 3600, unit: "hours" };
}
