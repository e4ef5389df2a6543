import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { formatMoney } from "#components/design/format.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type Earnings, listEarnings } from "#lib/desk/earnings.ts";
import { signedInContext } from "../../../access.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.tabs");
  return { title: t("earnings") };
}

/** What was earned, by month of delivery. */
export default async function DeskEarningsPage() {
  const ctx = await signedInContext("/desk/earnings");
  const [t, locale, earnings] = await Promise.all([
    getTranslations("desk.earnings"),
    getLocale(),
    listEarnings(ctx),
  ]);
  return (
    <div className="grid gap-6">
      {earnings.open.map(({ currency, totalMinor }) => (
        <p key={currency} className="text-sm">
          {t("open", { sum: formatMoney(totalMinor, currency, locale) })}
        </p>
      ))}
      {earnings.months.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      ) : (
        <EarningsTable months={earnings.months} />
      )}
    </div>
  );
}

async function EarningsTable({ months }: Pick<Earnings, "months">) {
  const [t, locale, format] = await Promise.all([
    getTranslations("desk.earnings"),
    getLocale(),
    getFormatter(),
  ]);
  const cell = "px-4 py-3 text-right tabular-nums";
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full text-sm">
        <thead className="text-xs text-muted">
          <tr>
            <th scope="col" className="px-4 py-3 text-left font-medium">
              {t("month")}
            </th>
            {["orders", "sum", "paid"].map((name) => (
              <th key={name} scope="col" className="px-4 py-3 text-right font-medium">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, currency, orders, totalMinor, paidMinor }) => (
            <tr key={`${month}-${currency}`} className="border-t border-line">
              <th scope="row" className="px-4 py-3 text-left font-medium">
                {format.dateTime(new Date(`${month}-01`), { month: "long", year: "numeric" })}
              </th>
              <td className={cell}>{orders}</td>
              <td className={cell}>{formatMoney(totalMinor, currency, locale)}</td>
              <td className={cell}>{formatMoney(paidMinor, currency, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
