"use client";

import type { UIMessage } from "ai";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { AppealLink } from "#components/moderation/appeal-link.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Field } from "#lib/kinds/read/fields.ts";
import { Composer } from "./composer.tsx";
import { useDraft } from "./draft.ts";
import { MessageView } from "./message-view.tsx";
import { RefusedMessage, textOf, useConversation } from "./use-conversation.ts";

export interface ChatProps {
  conversationId: string;
  initialMessages: UIMessage[];
  /** Whether an answer is being written now, by the service. */
  /** The answer that was being written when the page was made. */
  answeringId: string | null;
  /** How the last answer ended, when it did not end well. */
  lastEnd: "failed" | "stopped" | null;
  examples: string[];
  fields: readonly Field[];
  /** The design on the bench. */
  current: { id: string; revisionNumber: number } | null;
  onUndo: (designId: string) => Promise<boolean>;
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
  const [refused, setRefused] = useState<string | null>(null);
  const end = useEndInSight(chat.messages, chat.status);
  const busy = chat.status === "submitted" || chat.status === "streaming";
  useNewsOfTools(chat.messages, onNews);

  const send = async (message: string, attachments: string[] = []) => {
    setRefused(null);
    const accepted = await chat.send(message, { attachments, designId: current?.id ?? null });
    if (!accepted) setRefused(message);
    else if (message === text) write("");
    return accepted;
  };
  const approve = (approvedMicroUsd: number) =>
    void chat.send(t("tools.approval.said"), {
      attachments: [],
      designId: current?.id ?? null,
      approvedMicroUsd,
    });
  const stoppedBadly = !busy && (chat.error || props.lastEnd) && chat.messages.length > 0;
  return (
    <section aria-label={t("label")} className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-6">
        {chat.messages.length === 0 && !busy ? (
          <Welcome examples={examples} onChoose={(example) => void send(example)} />
        ) : (
          <ol aria-live="polite" aria-busy={busy} className="grid gap-6">
            {chat.messages.map((message) => (
              <MessageView
                key={message.id}
                message={message}
                context={{ fields, current, onUndo, onShow, onApprove: approve }}
              />
            ))}
          </ol>
        )}
        {busy && <Thinking />}
        {stoppedBadly && (
          <Ending
            text={endingText(t, refused !== null, chat.error, props.lastEnd)}
            appealUrl={chat.error instanceof RefusedMessage ? chat.error.appealUrl : undefined}
            onRetry={refused === null ? () => retry(chat, send) : null}
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

function endingText(
  t: Translate,
  refused: boolean,
  error: Error | undefined,
  lastEnd: ChatProps["lastEnd"],
): string {
  if (refused) return t("notSent", { reason: error?.message ?? "" });
  return lastEnd === "stopped" && !error ? t("stopped") : t("failed");
}

/** A broken connection is mended by reading again what the service has; a failed answer is asked for anew. */
function retry(
  chat: ReturnType<typeof useConversation>,
  send: (text: string) => Promise<boolean>,
): void {
  if (chat.error) window.location.reload();
  else void send(lastOwnText(chat.messages));
}

const lastOwnText = (messages: UIMessage[]) =>
  textOf(messages.findLast((message) => message.role === "user"));

function Welcome({ examples, onChoose }: { examples: string[]; onChoose: (text: string) => void }) {
  const t = useTranslations("chat");
  return (
    <div className="grid gap-6 pt-4">
      <div className="grid gap-2">
        <h2 className="text-xl font-semibold">{t("empty.title")}</h2>
        <p className="text-sm text-muted">{t("empty.text")}</p>
      </div>
      <ul aria-label={t("examples.label")} className="grid gap-2">
        {examples.map((example) => (
          <li key={example}>
            <button
              type="button"
              onClick={() => onChoose(example)}
              className="w-full rounded-control border border-line bg-surface px-4 py-3 text-left text-sm hover:border-line-strong hover:bg-hover"
            >
              {example}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Thinking() {
  const t = useTranslations("chat");
  return (
    <p role="status" className="mt-5 flex items-center gap-2 text-sm text-muted">
      <span aria-hidden className="flex gap-1">
        {[0, 150, 300].map((delay) => (
          <span
            key={delay}
            className="size-1.5 animate-pulse rounded-full bg-accent"
            style={{ animationDelay: `${delay}ms` }}
          />
        ))}
      </span>
      {t("thinking")}
    </p>
  );
}

interface EndingProps {
  text: string;
  appealUrl: string | undefined;
  onRetry: (() => void) | null;
}

function Ending({ text, appealUrl, onRetry }: EndingProps) {
  const t = useTranslations("chat");
  return (
    <div role="alert" className="mt-5 flex flex-wrap items-center gap-3 text-sm text-warn">
      <p className="flex-1">
        {text} <AppealLink url={appealUrl} text={t("appeal")} />
      </p>
      {onRetry && (
        <Button look="secondary" size="small" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
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
