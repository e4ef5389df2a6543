import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DesignCard } from "#components/design/design-card.tsx";
import { ImportButton } from "#components/design/import-button.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { listDesigns } from "#lib/designs/list-designs.ts";
import { signedInContext } from "../../access.ts";
import { readerMoney } from "../../reader-money.ts";

interface DesignsPageProps {
  searchParams: Promise<{ cursor?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("studio.designs");
  return { title: t("title"), description: t("description") };
}

/** Every piece of the person, last changed first. */
export default async function DesignsPage({ searchParams }: DesignsPageProps) {
  const ctx = await signedInContext("/designs");
  const { cursor } = await searchParams;
  const [t, designs, reader] = await Promise.all([
    getTranslations("studio.designs"),
    listDesigns(ctx, { limit: 24, ...(cursor && { cursor }) }),
    readerMoney(),
  ]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-10 sm:px-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1 className="text-2xl font-semibold">{t("title")}</h1>
        <div className="flex items-start gap-2">
          <ImportButton
            texts={{
              choose: t("import.choose"),
              reading: t("import.reading"),
              failed: t("import.failed"),
            }}
          />
          <ButtonLink href="/studio" size="small">
            {t("start")}
          </ButtonLink>
        </div>
      </div>
      {designs.items.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} picture={<Mark className="size-14" />}>
          <ButtonLink href="/studio">{t("start")}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-2 gap-5 md:grid-cols-3 lg:grid-cols-4">
          {designs.items.map((design) => (
            <li key={design.id}>
              <DesignCard design={design} reader={reader} />
            </li>
          ))}
        </ul>
      )}
      {designs.nextCursor && (
        <ButtonLink
          href={`/designs?cursor=${encodeURIComponent(designs.nextCursor)}`}
          look="secondary"
          className="justify-self-center"
        >
          {t("more")}
        </ButtonLink>
      )}
    </main>
  );
}
