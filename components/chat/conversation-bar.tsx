"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ConversationActions, MenuConversation } from "./conversation-actions.ts";
import { ConversationMenu } from "./conversation-menu.tsx";

interface ConversationBarProps {
  conversation: MenuConversation & { branchedFromId: string | null };
  actions: ConversationActions;
}

/** The top of a conversation: the way to the others, its name, and what can be done with it. */
export function ConversationBar({ conversation, actions }: ConversationBarProps) {
  const t = useTranslations("chat.conversation");
  const { title, branchedFromId } = conversation;
  return (
    <div className="flex items-center gap-1 border-b border-line bg-ground px-2 py-1.5">
      <Link
        href="/conversations"
        aria-label={t("all")}
        className="grid size-9 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink"
      >
        <ArrowLeft size={18} aria-hidden />
      </Link>
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium" title={title}>
          {title}
        </p>
        {branchedFromId && (
          <Link
            href={`/studio/${branchedFromId}`}
            className="block truncate text-xs text-muted hover:underline"
          >
            {t("branchedFrom")}
          </Link>
        )}
      </div>
      <ConversationMenu conversation={conversation} actions={actions} />
    </div>
  );
}
