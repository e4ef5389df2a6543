import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseRow } from "#components/moderation/case-row.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import { listOwnCases } from "#lib/moderation/list-own-cases.ts";
import { signedInContext } from "../(studio)/access.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation");
  return { title: t("title"), description: t("description"), robots: { index: false } };
}

/** What the person was refused or has reported, and what became of it. */
export default async function DecisionsPage() {
  const ctx = await signedInContext("/moderation");
  const [t, cases] = await Promise.all([getTranslations("moderation"), listOwnCases(ctx)]);
  return (
    <>
      <main id="content" className="mx-auto grid w-full max-w-2xl gap-6 px-4 py-10 sm:py-14">
        <h1 className="text-3xl font-semibold">{t("title")}</h1>
        {cases.length === 0 ? (
          <EmptyState title={t("own.empty")} text={t("own.emptyText")} />
        ) : (
          <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
            {cases.map((one) => (
              <CaseRow key={one.id} shown={one} />
            ))}
          </ul>
        )}
      </main>
      <SiteFooter />
    </>
  );
}
