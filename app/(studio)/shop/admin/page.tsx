import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { ImportForm } from "#components/shop/import-form.tsx";
import { ResyncButton } from "#components/shop/resync-button.tsx";
import { WeightsForm } from "#components/shop/weights-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { catalogOverview } from "#lib/catalog/catalog-overview.ts";
import { type ImportView, listImports } from "#lib/catalog/get-import.ts";
import { storedWeights } from "#lib/search/weights.ts";
import { signedInContext } from "../../access.ts";
import { measureWeightsAction, resyncAction, setWeightsAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.admin");
  return { title: t("title"), description: t("description") };
}

/** Where an admin keeps the shop: feeds, the index, the weights of the score. */
export default async function CatalogPage() {
  const ctx = await signedInContext("/shop/admin");
  if (ctx.actor.type !== "user" || ctx.actor.role !== "admin") notFound();
  const [t, { shop }, catalogs, imports, weights, judged] = await Promise.all([
    getTranslations("shop.admin"),
    getMessages(),
    catalogOverview(ctx),
    listImports(ctx),
    storedWeights(ctx),
    ctx.db.judgmentQuery.count(),
  ]);
  const texts = shop as { admin: object; terms: object };
  return (
    <main id="content" className="mx-auto grid w-full max-w-5xl gap-6 px-4 py-10 sm:px-6">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <NextIntlClientProvider messages={{ shop: { admin: texts.admin, terms: texts.terms } }}>
        <div className="grid gap-6 lg:grid-cols-2">
          <Card className="grid content-start gap-5">
            <CardTitle>{t("import")}</CardTitle>
            <ImportForm />
          </Card>
          <div className="grid content-start gap-6">
            <Card className="grid gap-4">
              <CardTitle>{t("products")}</CardTitle>
              {catalogs.map(({ slug, ...counts }) => (
                <div key={slug} className="grid gap-2 text-sm">
                  <p>
                    <span className="font-medium">{slug}</span>: {t("counts", counts)}
                  </p>
                  <ResyncButton catalog={slug} action={resyncAction} />
                </div>
              ))}
              <ButtonLink
                href="/shop/admin/products/new"
                look="secondary"
                size="small"
                className="justify-self-start"
              >
                {t("addProduct")}
              </ButtonLink>
            </Card>
            <Card className="grid gap-4">
              <CardTitle>{t("weights")}</CardTitle>
              <p className="text-sm text-muted">{t("weightsText", { queries: judged })}</p>
              <WeightsForm
                weights={weights}
                measure={measureWeightsAction}
                save={setWeightsAction}
              />
            </Card>
          </div>
        </div>
      </NextIntlClientProvider>
      <section className="grid gap-3">
        <h2 className="text-lg font-semibold">{t("imports")}</h2>
        {imports.length === 0 ? (
          <p className="text-muted">{t("none")}</p>
        ) : (
          <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
            {imports.map((run) => (
              <ImportRow key={run.id} run={run} />
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}

async function ImportRow({ run }: { run: ImportView }) {
  const [t, format] = await Promise.all([getTranslations("shop.admin"), getFormatter()]);
  return (
    <li>
      <Link
        href={`/shop/admin/imports/${run.id}`}
        className="flex flex-wrap items-center gap-3 px-4 py-3 text-sm hover:bg-hover"
      >
        <span className="flex-1">
          {t("row", { filename: run.filename, read: run.rowsRead, bad: run.rowsBad })}
        </span>
        {run.dryRun && <Badge>{t("try")}</Badge>}
        <Badge tone={run.status === "failed" ? "bad" : "plain"}>{t(`status.${run.status}`)}</Badge>
        <time dateTime={run.createdAt.toISOString()} className="text-muted">
          {format.dateTime(run.createdAt, { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </Link>
    </li>
  );
}
