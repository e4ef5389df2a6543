import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { ImportProgress } from "#components/shop/import-progress.tsx";
import { Notice } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { getImport, type ProblemView } from "#lib/catalog/get-import.ts";
import { orNotFound, signedInContext } from "../../../../access.ts";

interface ImportPageProps {
  params: Promise<{ importId: string }>;
  searchParams: Promise<{ after?: string }>;
}

const COUNTS = ["created", "updated", "unchanged", "withdrawn"] as const;
const PAGE = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.admin");
  return { title: t("import") };
}

/** One import: how far it is, what it changed, and which rows are wrong. */
export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const [{ importId }, { after }] = await Promise.all([params, searchParams]);
  const ctx = await signedInContext(`/shop/admin/imports/${importId}`);
  if (ctx.actor.type !== "user" || ctx.actor.role !== "admin") notFound();
  const afterRow = /^\d{1,9}$/.test(after ?? "") ? Number(after) : 0;
  const [t, format, { shop }, run] = await Promise.all([
    getTranslations("shop.import"),
    getFormatter(),
    getMessages(),
    orNotFound(getImport(ctx, { importId, afterRow })),
  ]);
  const isOpen = run.status === "reading" || run.status === "merging";
  const counts = [
    [t("read"), run.rowsRead],
    [t("bad"), run.rowsBad],
    ...COUNTS.map((name) => [t(name), run[name]] as const),
  ] as const;
  return (
    <main id="content" className="mx-auto grid w-full max-w-4xl gap-8 px-4 py-10 sm:px-6">
      <div className="grid gap-2">
        <Link href="/shop/admin" className={TEXT_LINK}>
          {t("all")}
        </Link>
        <h1 className="text-2xl font-semibold">{t("title", { filename: run.filename })}</h1>
        {run.dryRun && <p className="text-muted">{t("dry")}</p>}
      </div>
      {isOpen && run.jobId && (
        <NextIntlClientProvider
          messages={{ shop: { import: (shop as { import: object }).import } }}
        >
          <ImportProgress jobId={run.jobId} />
        </NextIntlClientProvider>
      )}
      {run.error && (
        <Notice tone="bad">
          {run.error} {t("failed")}
        </Notice>
      )}
      <dl className="grid grid-cols-2 gap-5 sm:grid-cols-6">
        {counts.map(([name, count]) => (
          <div key={name} className="grid gap-0.5">
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      <Problems importId={importId} problems={run.problems} isDone={!isOpen && !run.error} />
    </main>
  );
}

interface ProblemsProps {
  importId: string;
  problems: readonly ProblemView[];
  isDone: boolean;
}

async function Problems({ importId, problems, isDone }: ProblemsProps) {
  const t = await getTranslations("shop.import");
  if (problems.length === 0) return isDone ? <p className="text-muted">{t("noProblems")}</p> : null;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t("problems")}</h2>
      <div className="overflow-x-auto rounded-card border border-line bg-surface">
        <table className="w-full text-left text-sm">
          <thead className="text-muted">
            <tr>
              {(["line", "sku", "field", "message"] as const).map((name) => (
                <th key={name} scope="col" className="px-4 py-2.5 font-medium">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {problems.map(({ row, sku, field, message, warning }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row may have the same problem twice
              <tr key={`${row}-${index}`}>
                <td className="px-4 py-2.5 tabular-nums">{row}</td>
                <td className="px-4 py-2.5">{sku}</td>
                <td className="px-4 py-2.5">{field}</td>
                <td className="px-4 py-2.5">
                  {message} <span className="text-muted">({t(warning ? "taken" : "skipped")})</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length >= PAGE && (
        <ButtonLink
          href={`/shop/admin/imports/${importId}?after=${problems.at(-1)?.row}`}
          look="secondary"
          className="justify-self-center"
        >
          {t("more")}
        </ButtonLink>
      )}
    </section>
  );
}
