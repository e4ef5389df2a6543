import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Picture } from "#components/design/picture.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { type FigurineSummary, listFigurines } from "#lib/figurines/list-figurines.ts";
import { signedInContext } from "../access.ts";

interface FigurinesPageProps {
  searchParams: Promise<{ cursor?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("figurine");
  return { title: t("title"), description: t("description") };
}

/** Every figurine of the person, newest first. */
export default async function FigurinesPage({ searchParams }: FigurinesPageProps) {
  const ctx = await signedInContext("/figurines");
  const { cursor } = await searchParams;
  const [t, figurines] = await Promise.all([
    getTranslations("figurine"),
    listFigurines(ctx, { limit: 24, ...(cursor && { cursor }) }),
  ]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-10 sm:px-6">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold">{t("title")}</h1>
        <ButtonLink href="/figurines/new" size="small">
          {t("list.new")}
        </ButtonLink>
      </div>
      {figurines.items.length === 0 ? (
        <EmptyState
          title={t("list.empty")}
          text={t("list.emptyText")}
          picture={<Mark className="size-14" />}
        >
          <ButtonLink href="/figurines/new">{t("list.new")}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
          {figurines.items.map((figurine) => (
            <FigurineCard key={figurine.id} figurine={figurine} />
          ))}
        </ul>
      )}
      {figurines.nextCursor && (
        <ButtonLink
          href={`/figurines?cursor=${encodeURIComponent(figurines.nextCursor)}`}
          look="secondary"
          className="justify-self-center"
        >
          {t("list.more")}
        </ButtonLink>
      )}
    </main>
  );
}

async function FigurineCard({ figurine }: { figurine: FigurineSummary }) {
  const t = await getTranslations("figurine");
  const facts = {
    style: t(`styles.${figurine.style}` as "styles.vinyl"),
    template: t(`templates.${figurine.template}` as "templates.casual"),
    height: figurine.heightMm,
  };
  return (
    <li>
      <Link
        href={`/figurines/${figurine.id}`}
        className="grid gap-2 rounded-card border border-line bg-surface p-3 text-sm hover:bg-hover"
      >
        <span className="block aspect-square overflow-hidden rounded-lg bg-sunken">
          {figurine.pictureUrl && (
            <Picture src={figurine.pictureUrl} alt="" className="size-full object-cover" />
          )}
        </span>
        <span className="font-medium">{figurine.title}</span>
        <span className="text-xs text-muted">{t("list.facts", facts)}</span>
        <Badge className="justify-self-start" tone={figurine.isApproved ? "good" : "plain"}>
          {figurine.isApproved ? t("list.approved") : t("list.done", { done: figurine.done })}
        </Badge>
      </Link>
    </li>
  );
}
