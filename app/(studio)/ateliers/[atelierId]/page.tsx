import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { AtelierMap } from "#components/atelier/atelier-map.tsx";
import { Stars } from "#components/atelier/stars.tsx";
import { formatMoney } from "#components/design/format.ts";
import { Picture } from "#components/design/picture.tsx";
import { Badge, Notice } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import { type AtelierView, getAtelier } from "#lib/ateliers/get-atelier.ts";
import { findOwnAtelier } from "#lib/ateliers/own-atelier.ts";
import { sessionContext } from "#lib/http/context.ts";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { craftLabel } from "#lib/shared/crafts.ts";
import { materialLabel } from "#lib/shared/materials.ts";
import { countryName, destinationName } from "#lib/shared/places/countries.ts";
import { STONES } from "#lib/shared/stones.ts";
import { orNotFound } from "../../access.ts";

interface AtelierPageProps {
  params: Promise<{ atelierId: string }>;
}

export async function generateMetadata({ params }: AtelierPageProps): Promise<Metadata> {
  const { atelierId } = await params;
  const { name, about } = await orNotFound(getAtelier(await sessionContext(), atelierId));
  return { title: name, description: about };
}

/** An atelier's profile, as everybody reads it. */
export default async function AtelierPage({ params }: AtelierPageProps) {
  const { atelierId } = await params;
  const ctx = await sessionContext();
  const atelier = await orNotFound(getAtelier(ctx, atelierId));
  const own = ctx.actor.type === "guest" ? null : await findOwnAtelier(ctx);
  const isWaiting = own?.id === atelierId && own.status !== "approved";
  const t = await getTranslations("atelier.profile");
  return (
    <>
      <main id="content" className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-10 sm:px-6">
        {isWaiting ? <Notice tone="warn">{t("pending")}</Notice> : null}
        <Head atelier={atelier} />
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid gap-8">
            <Work atelier={atelier} />
            <Reviews atelier={atelier} />
          </div>
          <aside className="grid gap-6">
            <FactsCard atelier={atelier} />
            <SkillsCard atelier={atelier} />
            <AtelierMap places={[{ ...atelier, rank: 1 }]} you={null} />
          </aside>
        </div>
      </main>
      <SiteFooter />
    </>
  );
}

async function Head({ atelier }: { atelier: AtelierView }) {
  const [t, locale] = await Promise.all([getTranslations("atelier"), getLocale()]);
  const { name, about, place, country, ratingStars, ratingCount, featured, isExample } = atelier;
  return (
    <header className="flex flex-wrap items-start justify-between gap-6">
      <div className="grid max-w-2xl gap-2">
        <h1 className="text-3xl font-semibold">{name}</h1>
        <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
          {place}, {countryName(country, locale)}
          <Stars stars={ratingStars} count={ratingCount} />
          {featured ? <Badge tone="accent">{t("card.featured")}</Badge> : null}
          {isExample ? <Badge>{t("card.example")}</Badge> : null}
        </p>
        <p className="text-lg">{about}</p>
        <p className="text-sm text-muted">{t("profile.contactHint")}</p>
      </div>
      <ButtonLink href="/designs">{t("profile.find")}</ButtonLink>
    </header>
  );
}

async function Work({ atelier: { portfolio } }: { atelier: AtelierView }) {
  const t = await getTranslations("atelier.profile");
  return (
    <section aria-labelledby="work" className="grid gap-4">
      <h2 id="work" className="text-lg font-semibold">
        {t("work")}
      </h2>
      {portfolio.length === 0 ? <p className="text-muted">{t("noWork")}</p> : null}
      <ul className="grid grid-cols-2 gap-4">
        {portfolio.map(({ id, url, title, width, height }) => (
          <li key={id} className="grid content-start gap-2">
            <Picture
              src={url}
              alt={title}
              width={width}
              height={height}
              loading="lazy"
              className="aspect-square w-full rounded-card bg-sunken object-cover"
            />
            <p className="text-sm text-muted">{title}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Reviews({ atelier: { reviews } }: { atelier: AtelierView }) {
  const [t, format] = await Promise.all([getTranslations("atelier.profile"), getFormatter()]);
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="reviews" className="grid gap-3">
      <h2 id="reviews" className="text-lg font-semibold">
        {t("reviews")}
      </h2>
      <ul className="grid gap-3">
        {reviews.map(({ rating, text, createdAt }) => (
          <li key={createdAt.toISOString()} className="rounded-card border border-line p-4 text-sm">
            <p className="flex justify-between gap-4 font-medium">
              {t("stars", { count: rating })}
              <time dateTime={createdAt.toISOString()} className="font-normal text-muted">
                {format.dateTime(createdAt, { dateStyle: "medium" })}
              </time>
            </p>
            {text ? <p className="mt-1">{text}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function FactsCard({ atelier }: { atelier: AtelierView }) {
  const [t, locale] = await Promise.all([getTranslations("atelier.profile"), getLocale()]);
  const { shipsTo, country, languages, leadTimeDays, minimumOrderMinor, currency } = atelier;
  const others = new Intl.ListFormat(locale).format(
    shipsTo.map((id) => labelIn(locale, destinationName(id, locale))),
  );
  const home = countryName(country, locale);
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const facts = [
    [t("leadTime"), t("days", { days: leadTimeDays })],
    [
      t("shipsTo"),
      others ? t("home", { country: home, others }) : t("onlyHome", { country: home }),
    ],
    [t("languages"), languages.map((code) => names.of(code) ?? code).join(", ")],
    ...(minimumOrderMinor > 0
      ? [[t("minimumOrder"), formatMoney(minimumOrderMinor, currency, locale)]]
      : []),
    [t("finished"), String(atelier.ordersFinished)],
  ];
  return (
    <Card aria-labelledby="facts">
      <CardTitle id="facts">{t("facts")}</CardTitle>
      <dl className="mt-3 grid gap-2.5 text-sm">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

async function SkillsCard({ atelier }: { atelier: AtelierView }) {
  const [t, locale] = await Promise.all([getTranslations("atelier.profile"), getLocale()]);
  const { crafts, materials, stones } = atelier;
  const named = (label: string) => labelIn(locale, label);
  const stoneNames = STONES.filter(({ id }) => stones.includes(id)).map(({ label }) =>
    named(label),
  );
  return (
    <Card aria-label={t("crafts")} className="grid gap-4">
      <Chips title={t("crafts")} of={crafts.map((craft) => named(craftLabel(craft)))} />
      <Chips title={t("materials")} of={materials.map((id) => named(materialLabel(id) ?? id))} />
      <Chips title={t("stones")} of={stoneNames} />
      <Limits atelier={atelier} />
    </Card>
  );
}

function Chips({ title, of }: { title: string; of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="text-sm font-medium">{title}</h3>
      <ul className="flex flex-wrap gap-1.5">
        {of.map((text) => (
          <li key={text}>
            <Badge>{text}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function Limits({ atelier: { limits } }: { atelier: AtelierView }) {
  const t = await getTranslations("atelier.profile");
  const { largestBoxMm, wallMm, stoneMm, quantity } = limits;
  const walls = Object.entries(wallMm) as [keyof typeof wallMm, number][];
  return (
    <div className="grid gap-1 text-sm">
      <h3 className="font-medium">{t("limits")}</h3>
      {largestBoxMm ? (
        <p className="text-muted">
          {t("largest")}: {largestBoxMm.join(" × ")} mm
        </p>
      ) : null}
      {walls.map(([process, mm]) => (
        <p key={process} className="text-muted">
          {t("wall", { process: t(`process.${process}`) })}: {mm} mm
        </p>
      ))}
      {stoneMm ? <p className="text-muted">{t("stoneSize", stoneMm)}</p> : null}
      <p className="text-muted">{t("quantity", quantity)}</p>
    </div>
  );
}
