import { Archive, Pin, Search } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { ConversationMenu } from "#components/chat/conversation-menu.tsx";
import { UnreadMark } from "#components/chat/unread-mark.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Input } from "#components/ui/input.tsx";
import { Mark } from "#components/ui/mark.tsx";
import {
  type ListedConversation,
  listConversations,
} from "#lib/conversations/list-conversations.ts";
import { signedInContext } from "../access.ts";
import { conversationActions } from "../conversation-actions.ts";

interface ConversationsPageProps {
  searchParams: Promise<{ q?: string; cursor?: string; archived?: string }>;
}

const PAGE = 30;
/** Pinned ones are few; more than these are in the list by their time. */
const PINNED = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("studio.conversations");
  return { title: t("title"), description: t("description") };
}

/** Every conversation of the person: pinned first, then last used first; searched by title and by what was said. */
export default async function ConversationsPage({ searchParams }: ConversationsPageProps) {
  const ctx = await signedInContext("/conversations");
  const { q = "", cursor, archived } = await searchParams;
  const isSearch = q.trim().length > 0;
  const inArchive = archived === "true";
  const isPlain = !isSearch && !inArchive;
  const [t, messages, pinned, conversations] = await Promise.all([
    getTranslations("studio.conversations"),
    getMessages(),
    isPlain && !cursor ? listConversations(ctx, { pinned: true, limit: PINNED }) : null,
    listConversations(ctx, {
      limit: PAGE,
      ...(isSearch && { q }),
      ...(inArchive && !isSearch && { archived: true }),
      ...(isPlain && { pinned: false }),
      ...(cursor && { cursor }),
    }),
  ]);
  const more = new URLSearchParams({
    ...(isSearch && { q }),
    ...(inArchive && { archived: "true" }),
    cursor: conversations.nextCursor ?? "",
  });
  const count = conversations.items.length + (pinned?.items.length ?? 0);
  return (
    <main id="content" className="mx-auto grid w-full max-w-4xl gap-6 px-4 py-10 sm:px-6">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold">{t(inArchive ? "archiveTitle" : "title")}</h1>
        <ButtonLink href="/studio" size="small">
          {t("new")}
        </ButtonLink>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <search className="min-w-0 flex-1 basis-64">
          <form className="relative">
            <Search
              size={16}
              aria-hidden
              className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-faint"
            />
            <Input
              type="search"
              name="q"
              defaultValue={q}
              aria-label={t("search")}
              placeholder={t("searchPlaceholder")}
              className="pl-9"
            />
          </form>
        </search>
        <Link
          href={inArchive ? "/conversations" : "/conversations?archived=true"}
          className="flex items-center gap-1.5 rounded-control px-2 py-1.5 text-sm text-muted hover:bg-hover hover:text-ink"
        >
          <Archive size={16} aria-hidden /> {t(inArchive ? "leaveArchive" : "archive")}
        </Link>
      </div>
      <NextIntlClientProvider messages={{ chat: messages.chat }}>
        {count === 0 ? (
          <EmptyState
            title={t(isSearch ? "notFound" : inArchive ? "archiveEmpty" : "empty")}
            text={t(isSearch ? "notFoundText" : inArchive ? "archiveEmptyText" : "emptyText")}
            picture={<Mark className="size-14" />}
          >
            {!inArchive && !isSearch && <ButtonLink href="/studio">{t("new")}</ButtonLink>}
          </EmptyState>
        ) : (
          <>
            {pinned && pinned.items.length > 0 && (
              <ConversationList label={t("pinned")} conversations={pinned.items} />
            )}
            <ConversationList label={t("title")} conversations={conversations.items} />
          </>
        )}
      </NextIntlClientProvider>
      {conversations.nextCursor && (
        <ButtonLink
          href={`/conversations?${more}`}
          look="secondary"
          className="justify-self-center"
        >
          {t("more")}
        </ButtonLink>
      )}
    </main>
  );
}

interface ConversationListProps {
  label: string;
  conversations: ListedConversation[];
}

function ConversationList({ label, conversations }: ConversationListProps) {
  if (conversations.length === 0) return null;
  return (
    <ul
      aria-label={label}
      className="grid divide-y divide-line rounded-card border border-line bg-surface"
    >
      {conversations.map((conversation) => (
        <ConversationRow key={conversation.id} conversation={conversation} />
      ))}
    </ul>
  );
}

async function ConversationRow({ conversation }: { conversation: ListedConversation }) {
  const [t, format] = await Promise.all([getTranslations("studio.conversations"), getFormatter()]);
  const { id, title, description, pinnedAt, archivedAt, branchedFromId, found, updatedAt, unread } =
    conversation;
  const below = found?.excerpt ?? description;
  return (
    <li className="flex items-center gap-1 pr-2 hover:bg-hover">
      <Link href={`/studio/${id}`} className="grid min-w-0 flex-1 gap-0.5 px-4 py-3 text-sm">
        <span className="flex min-w-0 items-center gap-2">
          {pinnedAt && (
            <Pin size={14} aria-label={t("isPinned")} className="shrink-0 text-accent" />
          )}
          {unread && <UnreadMark text={t("isUnread")} />}
          <span className={`truncate ${unread ? "font-semibold" : "font-medium"}`}>{title}</span>
          {archivedAt && <span className="shrink-0 text-xs text-faint">{t("isArchived")}</span>}
          {branchedFromId && <span className="shrink-0 text-xs text-faint">{t("isBranch")}</span>}
        </span>
        {below && <span className="truncate text-muted">{below}</span>}
      </Link>
      <time dateTime={updatedAt} className="shrink-0 text-xs text-muted max-sm:hidden">
        {format.dateTime(new Date(updatedAt), { dateStyle: "medium" })}
      </time>
      <ConversationMenu conversation={conversation} actions={conversationActions} />
    </li>
  );
}
