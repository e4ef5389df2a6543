import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Picture } from "#components/design/picture.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { AtelierCard } from "#lib/ateliers/card.ts";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { craftLabel } from "#lib/shared/crafts.ts";
import { countryName } from "#lib/shared/places/countries.ts";
import { Stars } from "./stars.tsx";

/** An atelier in the list of all. */
export function AtelierTile({ atelier }: { atelier: AtelierCard }) {
  const t = useTranslations("atelier.card");
  const locale = useLocale();
  return (
    <li className="grid content-start overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {atelier.pictureUrl ? (
        <Picture
          src={atelier.pictureUrl}
          alt=""
          loading="lazy"
          className="aspect-4/3 w-full bg-sunken object-cover"
        />
      ) : (
        <div className="aspect-4/3 bg-sunken" />
      )}
      <div className="grid gap-1.5 p-4 text-sm">
        <h2 className="flex items-start justify-between gap-2 text-base font-semibold">
          <Link href={`/ateliers/${atelier.id}`} className="hover:text-accent">
            {atelier.name}
          </Link>
          {atelier.featured ? <Badge tone="accent">{t("featured")}</Badge> : null}
        </h2>
        <p className="flex flex-wrap justify-between gap-x-3 text-muted">
          {atelier.place}, {countryName(atelier.country, locale)}
          <Stars stars={atelier.ratingStars} count={atelier.ratingCount} />
        </p>
        <p className="text-muted">
          {atelier.crafts.map((craft) => labelIn(locale, craftLabel(craft))).join(" · ")}
        </p>
      </div>
    </li>
  );
}
