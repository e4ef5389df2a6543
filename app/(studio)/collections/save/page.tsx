import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { CollectionForm } from "#components/collection/collection-form.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { PressForm } from "#components/ui/press-form.tsx";
import { listCollections } from "#lib/collections/list-collections.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import { saveDesignAction } from "../actions.ts";

interface SavePageProps {
  searchParams: Promise<{ design?: string }>;
}

/** Collections that are offered; older ones are found under their own page. */
const OFFERED = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("collection");
  return { title: t("saveTitle") };
}

/** Where a piece shall be saved: one of the collections, or a new one. */
export default async function SavePage({ searchParams }: SavePageProps) {
  const { design: designId = "" } = await searchParams;
  const ctx = await signedInContext(`/collections/save?design=${encodeURIComponent(designId)}`);
  const [t, { collection }, design, page] = await Promise.all([
    getTranslations("collection"),
    getMessages(),
    orNotFound(getDesign(ctx, { designId })),
    listCollections(ctx, { limit: OFFERED }),
  ]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-xl gap-6 px-4 py-10 sm:px-6">
      <div className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t("saveTitle")}</h1>
        <p className="text-muted">{t("saveText", { title: design.title })}</p>
      </div>
      <NextIntlClientProvider messages={{ collection }}>
        {page.items.length > 0 ? (
          <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
            {page.items.map(({ id, title, count }) => (
              <li key={id} className="flex items-center justify-between gap-4 px-4 py-3">
                <span className="min-w-0">
                  <span className="block truncate font-medium">{title}</span>
                  <span className="text-sm text-muted">{t("count", { count })}</span>
                </span>
                <PressForm
                  action={saveDesignAction}
                  hidden={{ designId, collectionId: id }}
                  text={t("saveOne")}
                  label={t("into", { title })}
                />
              </li>
            ))}
          </ul>
        ) : null}
        <Card aria-labelledby="new">
          <CardTitle id="new">{t("newOne")}</CardTitle>
          <div className="mt-4">
            <CollectionForm
              action={saveDesignAction}
              hidden={{ designId }}
              submit={t("save")}
              isShort
            />
          </div>
        </Card>
      </NextIntlClientProvider>
    </main>
  );
}
