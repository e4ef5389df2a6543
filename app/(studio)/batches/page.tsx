import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { listBatches } from "#lib/batches/list-batches.ts";
import type { BatchSummary } from "#lib/batches/types.ts";
import { signedInContext } from "../access.ts";

interface BatchesPageProps {
  searchParams: Promise<{ cursor?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("batch");
  return { title: t("list.title"), description: t("description") };
}

/** Every batch of the person, newest first. */
export default async function BatchesPage({ searchParams }: BatchesPageProps) {
  const ctx = await signedInContext("/batches");
  const { cursor } = await searchParams;
  const [t, batches] = await Promise.all([
    getTranslations("batch.list"),
    listBatches(ctx, { limit: 20, ...(cursor && { cursor }) }),
  ]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-4xl gap-8 px-4 py-10 sm:px-6">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold">{t("title")}</h1>
        <ButtonLink href="/batches/new" size="small">
          {t("new")}
        </ButtonLink>
      </div>
      {batches.items.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} picture={<Mark className="size-14" />}>
          <ButtonLink href="/batches/new">{t("new")}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
          {batches.items.map((batch) => (
            <BatchRow key={batch.jobId} batch={batch} />
          ))}
        </ul>
      )}
      {batches.nextCursor && (
        <ButtonLink
          href={`/batches?cursor=${encodeURIComponent(batches.nextCursor)}`}
          look="secondary"
          className="justify-self-center"
        >
          {t("more")}
        </ButtonLink>
      )}
    </main>
  );
}

async function BatchRow({ batch }: { batch: BatchSummary }) {
  const [t, format] = await Promise.all([getTranslations("batch"), getFormatter()]);
  return (
    <li>
      <Link
        href={`/batches/${batch.jobId}`}
        className="flex items-center gap-4 px-4 py-3 text-sm hover:bg-hover"
      >
        <span className="flex-1">{t("list.count", { count: batch.total })}</span>
        <span className="text-muted tabular-nums">
          {t("batch.progress", { done: batch.successful + batch.failed, total: batch.total })}
        </span>
        <Badge>{t(`status.${batch.status}`)}</Badge>
        <time dateTime={batch.createdAt.toISOString()} className="hidden text-muted sm:block">
          {format.dateTime(batch.createdAt, { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </Link>
    </li>
  );
}
