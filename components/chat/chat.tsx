"use client";

import type { UIMessage } from "ai";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { toast } from "#components/ui/toast.tsx";
import type { MessageVersions } from "#lib/conversations/types.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import type { Attachment } from "./attachments.ts";
import { Ending, Thinking, Welcome } from "./chat-states.tsx";
import { Composer } from "./composer.tsx";
import type { ConversationActions } from "./conversation-actions.ts";
import { keepDraft, readDraft, START_DRAFT, useDraft } from "./draft.ts";
import type { MessageActions } from "./message-tools.tsx";
import { MessageView } from "./message-view.tsx";
import type { CurrentPiece } from "./tool-card-context.ts";
import { textOf, toUiMessages } from "./ui-messages.ts";
import { RefusedMessage, useConversation } from "./use-conversation.ts";

export interface ChatProps {
  conversationId: string;
  initialMessages: UIMessage[];
  /** The other versions of messages, by message id. */
  versions: Readonly<Record<string, MessageVersions>>;
  /** The answer that was being written when the page was made. */
  answeringId: string | null;
  /** How the last answer ended, when it did not end well. */
  lastEnd: "failed" | "stopped" | null;
  examples: string[];
  fields: readonly Field[];
  /** The design on the bench. */
  current: CurrentPiece | null;
  conversationActions: ConversationActions;
  onUndo: (designId: string, toRevision: number) => Promise<boolean>;
  /** Brings the piece to the front, where only one side fits the screen. */
  onShow: () => void;
  /** Something was made or changed; the page reads it again. */
  onNews: () => void;
}

/** A conversation with the designer. What a person writes is kept until the service has it. */
export function Chat(props: ChatProps) {
  const { conversationId, current, fields, onUndo, onShow, onNews, examples } = props;
  const t = useTranslations("chat");
  const chat = useConversation(props);
  const [text, write] = useDraft(conversationId);
  const [refused, setRefused] = useState<"sent" | "asked" | null>(null);
  const end = useEndInSight(chat.messages, chat.status);
  const { busy } = chat;
  const designId = current?.id ?? null;
  const actions = useMessageActions(props, chat, { busy, onRefused: setRefused });
  useNewsOfTools(chat.messages, onNews);
  useStartedDraft(chat.messages);

  const send = async (message: string, attachments: Attachment[] = []) => {
    setRefused(null);
    const accepted = await chat.send(message, { attachments, designId });
    if (!accepted) setRefused("sent");
    else if (message === text) write("");
    return accepted;
  };
  const approve = (approvedMicroUsd: number) =>
    void chat.send(t("tools.approval.said"), { attachments: [], designId, approvedMicroUsd });
  const error = chat.refusal ?? chat.error;
  const stoppedBadly = !busy && (error || props.lastEnd) && chat.messages.length > 0;
  return (
    <section aria-label={t("label")} className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-6">
        {chat.messages.length === 0 && !busy ? (
          <Welcome examples={examples} onChoose={(example) => void send(example)} />
        ) : (
          <ol aria-live="polite" aria-busy={busy} className="grid grid-cols-[minmax(0,1fr)] gap-2">
            {chat.messages.map((message) => (
              <MessageView
                key={message.id}
                message={message}
                context={{ fields, current, onUndo, onShow, onApprove: approve }}
                actions={actions}
              />
            ))}
          </ol>
        )}
        {busy && <Thinking />}
        {stoppedBadly && (
          <Ending
            text={endingText(t, refused, error, props.lastEnd)}
            appealUrl={error instanceof RefusedMessage ? error.appealUrl : undefined}
            onRetry={refused === null ? () => retry(chat) : null}
          />
        )}
        <div ref={end} />
      </div>
      <div className="border-t border-line bg-ground p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <Composer
          text={text}
          onWrite={write}
          onSend={send}
          busy={busy}
          onStop={chat.stop}
          placeholder={t("placeholder")}
        />
      </div>
    </section>
  );
}

type Translate = ReturnType<typeof useTranslations<"chat">>;
type Conversation = ReturnType<typeof useConversation>;

/** What the buttons under a message do. */
function useMessageActions(
  { conversationId, conversationActions, versions, current, onNews }: ChatProps,
  chat: Conversation,
  { busy, onRefused }: { busy: boolean; onRefused: (how: "asked" | null) => void },
): MessageActions {
  const told = async (asked: Promise<boolean>) => {
    onRefused(null);
    const accepted = await asked;
    if (!accepted) onRefused("asked");
    return accepted;
  };
  return {
    busy,
    versions,
    onEdit: (replacesId, text) =>
      told(chat.send(text, { replacesId, designId: current?.id ?? null })),
    onRegenerate: (messageId) => void told(chat.regenerate(messageId)),
    onBranch: async (messageId) => {
      const result = await conversationActions.branch({ conversationId, messageId });
      if (!result.ok) toast(result.error.message, "bad");
    },
    onShowVersion: async (messageId) => {
      const result = await conversationActions.show({ conversationId, messageId });
      if (!result.ok) return toast(result.error.message, "bad");
      chat.setMessages(toUiMessages(result.data.messages));
      onNews();
    },
  };
}

function endingText(
  t: Translate,
  refused: "sent" | "asked" | null,
  error: Error | undefined,
  lastEnd: ChatProps["lastEnd"],
): string {
  if (refused === "sent") return t("notSent", { reason: error?.message ?? "" });
  if (refused === "asked") return t("notAsked", { reason: error?.message ?? "" });
  return lastEnd === "stopped" && !error ? t("stopped") : t("failed");
}

/** A broken connection is mended by reading again what the service has; a failed answer is written once more. */
function retry(chat: Conversation): void {
  const last = chat.messages.at(-1);
  if (chat.error || last?.role !== "assistant") window.location.reload();
  else void chat.regenerate(last.id);
}

/** What was written at the start is kept there until it has become a conversation. */
function useStartedDraft(messages: UIMessage[]): void {
  const first = textOf(messages[0]);
  useEffect(() => {
    if (first && readDraft(START_DRAFT).trim() === first) keepDraft(START_DRAFT, "");
  }, [first]);
}

/** Keeps the newest line in sight while the answer grows. */
function useEndInSight(messages: UIMessage[], status: string) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (messages.length > 0 || status !== "ready")
      end.current?.scrollIntoView({ block: "nearest" });
  }, [messages, status]);
  return end;
}

/** Tells once for each tool call that has ended since the page was read. */
function useNewsOfTools(messages: UIMessage[], onNews: () => void): void {
  const ended = messages
    .flatMap((message) => message.parts)
    .filter((part) => "state" in part && part.state === "output-available").length;
  const told = useRef(ended);
  useEffect(() => {
    if (ended === told.current) return;
    told.current = ended;
    onNews();
  }, [ended, onNews]);
}
