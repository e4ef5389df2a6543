import { Bell } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { WishForm } from "#components/notice/wish-form.tsx";
import { OneButton } from "#components/order/order-actions.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listNotices, type NoticeView } from "#lib/notices/list-notices.ts";
import { getNoticeWishes } from "#lib/notices/wishes.ts";
import { signedInContext } from "../access.ts";
import { markAllReadAction, setWishesAction } from "./actions.ts";

interface NoticesPageProps {
  searchParams: Promise<{ cursor?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notice");
  return { title: t("title"), description: t("description") };
}

/** What the person should know of, newest first, and what comes by mail too. */
export default async function NoticesPage({ searchParams }: NoticesPageProps) {
  const ctx = await signedInContext("/notices");
  const { cursor } = await searchParams;
  const [t, { notice, order }, notices, wishes] = await Promise.all([
    getTranslations("notice"),
    getMessages(),
    listNotices(ctx, { limit: 30, ...(cursor && { cursor }) }),
    getNoticeWishes(ctx),
  ]);
  const hasUnread = notices.items.some(({ readAt }) => readAt === null);
  return (
    <main id="content" className="mx-auto grid w-full max-w-3xl gap-8 px-4 py-10 sm:px-6">
      <NextIntlClientProvider messages={{ notice, order }}>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="text-2xl font-semibold">{t("title")}</h1>
          {hasUnread ? (
            <OneButton
              action={markAllReadAction}
              hidden={{}}
              text={t("readAll")}
              look="secondary"
            />
          ) : null}
        </div>
        {notices.items.length === 0 ? (
          <EmptyState
            title={t("empty")}
            text={t("emptyText")}
            picture={<Bell aria-hidden className="size-10" strokeWidth={1.25} />}
          />
        ) : (
          <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
            {notices.items.map((one) => (
              <NoticeRow key={one.id} notice={one} />
            ))}
          </ul>
        )}
        {notices.nextCursor && (
          <ButtonLink
            href={`/notices?cursor=${encodeURIComponent(notices.nextCursor)}`}
            look="secondary"
            className="justify-self-center"
          >
            {t("more")}
          </ButtonLink>
        )}
        <Card aria-label={t("wishes")}>
          <WishForm wishes={wishes} action={setWishesAction} />
        </Card>
      </NextIntlClientProvider>
    </main>
  );
}

async function NoticeRow({ notice }: { notice: NoticeView }) {
  const [t, format] = await Promise.all([getTranslations("notice"), getFormatter()]);
  const { title, text, link, readAt, createdAt } = notice;
  return (
    <li>
      <Link href={link} className="grid gap-1 px-4 py-3 text-sm hover:bg-hover">
        <span className="flex items-center gap-3">
          <span className={`min-w-0 flex-1 ${readAt ? "" : "font-semibold"}`}>{title}</span>
          {readAt ? null : <Badge tone="accent">{t("unread")}</Badge>}
          <time dateTime={createdAt.toISOString()} className="text-xs text-muted">
            {format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })}
          </time>
        </span>
        <span className="text-muted">{text}</span>
      </Link>
    </li>
  );
}
