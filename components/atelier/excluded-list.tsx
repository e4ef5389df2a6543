import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ExcludedView } from "#lib/ateliers/match-ateliers.ts";
import { matchSaid } from "#lib/kinds/tongues/sentences/match-said.ts";
import { countryName } from "#lib/shared/places/countries.ts";

interface ExcludedListProps {
  excluded: readonly ExcludedView[];
  /** Of all, also those that are not listed. */
  count: number;
}

/** Who cannot make it, and the limit that says so. */
export function ExcludedList({ excluded, count }: ExcludedListProps) {
  const t = useTranslations("atelier.make");
  const locale = useLocale();
  if (count === 0) return null;
  return (
    <details className="rounded-card border border-line p-4 text-sm">
      <summary className="cursor-pointer font-medium">{t("excluded", { count })}</summary>
      <p className="mt-2 text-muted">{t("excludedHint")}</p>
      <ul className="mt-3 grid gap-3">
        {excluded.map(({ atelier, blockers }) => (
          <li key={atelier.id} className="grid gap-0.5 border-t border-line pt-3">
            <p>
              <Link href={`/ateliers/${atelier.id}`} className="font-medium hover:text-accent">
                {atelier.name}
              </Link>
              <span className="text-muted">
                {" "}
                · {atelier.place}, {countryName(atelier.country, locale)}
              </span>
            </p>
            {blockers.map(({ message }) => (
              <p key={message} className="text-muted">
                {matchSaid(locale, message)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
