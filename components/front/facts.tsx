import { useTranslations } from "next-intl";
import { ALLOYS } from "#lib/shared/alloys.ts";
import { CUTS, STONES } from "#lib/shared/stones.ts";

/** What a model here keeps that a picture cannot; every count is taken from the tables themselves. */
export function Facts() {
  const t = useTranslations("front.numbers");
  const facts = [
    { value: "1", name: t("closed"), text: t("closedText") },
    { value: "0.02 mm", name: t("mm"), text: t("mmText") },
    { value: String(ALLOYS.length), name: t("alloys"), text: t("alloysText") },
    {
      value: `${STONES.length} × ${CUTS.length}`,
      name: t("stones"),
      text: t("stonesText"),
    },
  ];
  return (
    <section className="border-y border-line bg-surface">
      <div className="mx-auto grid w-full max-w-7xl gap-10 px-4 py-16 sm:px-6 lg:py-20">
        <div className="grid max-w-2xl gap-3">
          <h2 className="text-3xl font-semibold tracking-tight sm:text-4xl">{t("title")}</h2>
          <p className="text-muted">{t("text")}</p>
        </div>
        <dl className="grid gap-x-8 gap-y-10 sm:grid-cols-2 lg:grid-cols-4">
          {facts.map((fact) => (
            <div key={fact.name} className="flex flex-col gap-2 border-t border-line-strong pt-4">
              <dt className="order-2 font-medium">{fact.name}</dt>
              <dd className="order-1 text-4xl font-semibold tracking-tight tabular-nums">
                {fact.value}
              </dd>
              <dd className="order-3 text-sm text-muted">{fact.text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
