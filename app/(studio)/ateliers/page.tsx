import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AtelierTile } from "#components/atelier/atelier-tile.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/input.tsx";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import { listAteliers } from "#lib/ateliers/list-ateliers.ts";
import { sessionContext } from "#lib/http/context.ts";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { CRAFTS } from "#lib/shared/crafts.ts";
import { countryName } from "#lib/shared/places/countries.ts";

interface DirectoryQuery {
  craft?: string;
  country?: string;
  page?: string;
}

const PAGE = 24;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("atelier.directory");
  return { title: t("title"), description: t("description") };
}

/** Every approved atelier, open to everybody. */
export default async function DirectoryPage({
  searchParams,
}: {
  searchParams: Promise<DirectoryQuery>;
}) {
  const query = await searchParams;
  const page = Math.max(1, Math.floor(Number(query.page)) || 1);
  const ctx = await sessionContext();
  const [t, { items, count, countries }] = await Promise.all([
    getTranslations("atelier.directory"),
    listAteliers(ctx, {
      craft: query.craft || undefined,
      country: query.country || undefined,
      skip: (page - 1) * PAGE,
      limit: PAGE,
    }),
  ]);
  return (
    <>
      <main id="content" className="mx-auto grid w-full max-w-6xl gap-6 px-4 py-10 sm:px-6">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="grid gap-1">
            <h1 className="text-2xl font-semibold">{t("title")}</h1>
            <p className="max-w-xl text-muted">{t("text")}</p>
          </div>
          <ButtonLink href="/ateliers/join" look="secondary" size="small">
            {t("join")}
          </ButtonLink>
        </div>
        <DirectoryFilters query={query} countries={countries} />
        {items.length === 0 ? (
          <EmptyState title={t("none")} text={t("noneText")} />
        ) : (
          <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {items.map((atelier) => (
              <AtelierTile key={atelier.id} atelier={atelier} />
            ))}
          </ul>
        )}
        <Pages query={query} page={page} isLast={page * PAGE >= count} />
      </main>
      <SiteFooter />
    </>
  );
}

interface FiltersProps {
  query: DirectoryQuery;
  countries: readonly string[];
}

async function DirectoryFilters({ query, countries }: FiltersProps) {
  const [t, locale] = await Promise.all([getTranslations("atelier.directory"), getLocale()]);
  const crafts = CRAFTS.map(({ id, label }) => [id, labelIn(locale, label)] as const);
  const named = countries.map((code) => [code, countryName(code, locale)] as const);
  return (
    <form action="/ateliers" className="flex flex-wrap items-end gap-3">
      <Choice name="craft" label={t("craft")} any={t("anyCraft")} of={crafts} value={query.craft} />
      <Choice
        name="country"
        label={t("country")}
        any={t("anyCountry")}
        of={named.toSorted(([, one], [, other]) => one.localeCompare(other, locale))}
        value={query.country}
      />
      <Button type="submit" look="secondary">
        {t("show")}
      </Button>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  any: string;
  of: readonly (readonly [id: string, text: string])[];
  value: string | undefined;
}

function Choice({ name, label, any, of, value }: ChoiceProps) {
  return (
    <Field id={`field-${name}`} label={label} className="w-full sm:w-56">
      {(control) => (
        <Select name={name} defaultValue={value ?? ""} {...control}>
          <option value="">{any}</option>
          {of.map(([id, text]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

async function Pages({
  query: { craft = "", country = "" },
  page,
  isLast,
}: {
  query: DirectoryQuery;
  page: number;
  isLast: boolean;
}) {
  const t = await getTranslations("atelier.directory");
  const href = (to: number) =>
    `/ateliers?${new URLSearchParams({ craft, country, page: String(to) })}`;
  return (
    <div className="flex justify-center gap-3">
      {page > 1 ? (
        <ButtonLink href={href(page - 1)} look="secondary">
          {t("previous")}
        </ButtonLink>
      ) : null}
      {isLast ? null : (
        <ButtonLink href={href(page + 1)} look="secondary">
          {t("next")}
        </ButtonLink>
      )}
    </div>
  );
}
