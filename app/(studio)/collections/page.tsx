import { FolderHeart } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { CollectionForm } from "#components/collection/collection-form.tsx";
import { Covers } from "#components/collection/covers.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listCollections } from "#lib/collections/list-collections.ts";
import { signedInContext } from "../access.ts";
import { createCollectionAction } from "./actions.ts";

interface CollectionsPageProps {
  searchParams: Promise<{ cursor?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("collection");
  return { title: t("title"), description: t("description") };
}

/** The person's collections, last changed first. */
export default async function CollectionsPage({ searchParams }: CollectionsPageProps) {
  const ctx = await signedInContext("/collections");
  const { cursor } = await searchParams;
  const [t, { collection }, page] = await Promise.all([
    getTranslations("collection"),
    getMessages(),
    listCollections(ctx, { limit: 30, ...(cursor && { cursor }) }),
  ]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-3xl gap-8 px-4 py-10 sm:px-6">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      {page.items.length === 0 ? (
        <EmptyState
          title={t("empty")}
          text={t("emptyText")}
          picture={<FolderHeart aria-hidden className="size-10" strokeWidth={1.25} />}
        />
      ) : (
        <ul className="grid grid-cols-2 gap-5 sm:grid-cols-3">
          {page.items.map(({ id, title, description, count, coverImageIds }) => (
            <li key={id}>
              <Link href={`/collections/${id}`} className="group grid gap-2.5 rounded-card text-sm">
                <Covers
                  imageIds={coverImageIds}
                  className="rounded-card border border-line group-hover:border-line-strong"
                />
                <span className="grid gap-0.5">
                  <span className="line-clamp-2 font-medium">{title}</span>
                  <span className="text-muted">{t("count", { count })}</span>
                  {description ? (
                    <span className="line-clamp-2 text-muted">{description}</span>
                  ) : null}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {page.nextCursor && (
        <ButtonLink
          href={`/collections?cursor=${encodeURIComponent(page.nextCursor)}`}
          look="secondary"
          className="justify-self-center"
        >
          {t("more")}
        </ButtonLink>
      )}
      <Card aria-labelledby="new">
        <CardTitle id="new">{t("new")}</CardTitle>
        <NextIntlClientProvider messages={{ collection }}>
          <div className="mt-4">
            <CollectionForm action={createCollectionAction} submit={t("create")} />
          </div>
        </NextIntlClientProvider>
      </Card>
    </main>
  );
}
