"use client";

import type { UIMessage } from "ai";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type AbstractIntlMessages, useTranslations } from "next-intl";
import { type ReactNode, useCallback, useState } from "react";
import type { DesignActions } from "#components/design/design-actions.ts";
import { LazyWorkbench } from "#components/design/lazy-workbench.tsx";
import type { WorkbenchData } from "#components/design/workbench.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { MessageVersions } from "#lib/conversations/types.ts";
import type { DesignView } from "#lib/designs/types.ts";
import { Chat } from "./chat.tsx";
import type { ConversationActions, MenuConversation } from "./conversation-actions.ts";
import { ConversationBar } from "./conversation-bar.tsx";
import { RepaintProvider } from "./repaint.tsx";
import { useSeen } from "./use-seen.ts";

interface ConversationScreenProps {
  conversation: MenuConversation & { branchedFromId: string | null };
  messages: UIMessage[];
  /** The other versions of messages, by message id. */
  versions: Readonly<Record<string, MessageVersions>>;
  /** The answer that was being written when the page was made. */
  answeringId: string | null;
  lastEnd: "failed" | "stopped" | null;
  examples: string[];
  /** The pieces of the conversation, last changed first. */
  pieces: { id: string; title: string }[];
  /** The one on the bench. */
  piece: WorkbenchData | null;
  /** It as the server wrote it, until the workbench has loaded. */
  outline: ReactNode;
  locale: string;
  /** Texts of the workbench. */
  benchTexts: AbstractIntlMessages;
  actions: DesignActions;
  conversationActions: ConversationActions;
}

/** Chat at the left, the piece at the right; on a phone one of them at a time, the piece first seen. */
export function ConversationScreen(props: ConversationScreenProps) {
  const { conversation, pieces, piece, actions } = props;
  const t = useTranslations("chat.screen");
  const router = useRouter();
  const [side, setSide] = useState<"chat" | "piece">("chat");
  const tellSeen = useSeen(conversation.id);
  const refresh = useCallback(() => router.refresh(), [router]);
  const onNews = useCallback(() => {
    refresh();
    tellSeen();
  }, [refresh, tellSeen]);
  const undo = async (designId: string, toRevision: number) => {
    const result = await actions.revert({ designId, toRevision });
    if (!result.ok) toast(result.error.message, "bad");
    refresh();
    return result.ok;
  };
  return (
    <main
      id="content"
      data-side={side}
      className="group flex h-[calc(100dvh-var(--header-height))] flex-col lg:grid lg:grid-cols-[21rem_minmax(0,1fr)_21rem] xl:grid-cols-[24rem_minmax(0,1fr)_26rem]"
    >
      {!piece && <h1 className="sr-only">{conversation.title}</h1>}
      {piece && <SideSwitch side={side} onChange={setSide} />}
      <div
        className={`flex min-h-0 flex-1 flex-col border-line lg:border-r ${piece ? "max-lg:group-data-[side=piece]:hidden" : ""}`}
      >
        {/* On a phone the piece's own heading is away while the talk is seen. */}
        {piece && <h1 className="sr-only lg:hidden">{conversation.title}</h1>}
        <ConversationBar conversation={conversation} actions={props.conversationActions} />
        <RepaintProvider>
          <Chat
            {...props}
            conversationId={conversation.id}
            initialMessages={props.messages}
            fields={piece?.fields ?? []}
            current={piece && currentOf(piece.design)}
            onUndo={undo}
            onShow={() => setSide("piece")}
            onNews={onNews}
          />
        </RepaintProvider>
      </div>
      {piece ? (
        <div className="min-h-0 max-lg:flex-1 max-lg:overflow-y-auto max-lg:group-data-[side=chat]:hidden lg:contents">
          <LazyWorkbench
            key={piece.design.id}
            {...piece}
            locale={props.locale}
            messages={props.benchTexts}
            actions={actions}
            aside={
              <>
                <ButtonLink href={`/shop?design=${piece.design.id}`} look="secondary" size="small">
                  {t("similar")}
                </ButtonLink>
                <ButtonLink
                  href={`/designs/${piece.design.id}/concepts`}
                  look="secondary"
                  size="small"
                >
                  {t("concepts")}
                </ButtonLink>
                <ButtonLink href={`/designs/${piece.design.id}/make`} look="secondary" size="small">
                  {t("make")}
                </ButtonLink>
                {pieces.length > 1 && (
                  <Pieces
                    conversationId={conversation.id}
                    current={piece.design.id}
                    pieces={pieces}
                  />
                )}
              </>
            }
          >
            {props.outline}
          </LazyWorkbench>
        </div>
      ) : (
        <div className="hidden place-items-center bg-linear-to-b from-surface to-sunken lg:col-span-2 lg:grid">
          <EmptyState
            title={t("noPiece")}
            text={t("noPieceText")}
            picture={<Mark className="size-16" />}
          />
        </div>
      )}
    </main>
  );
}

const currentOf = ({ id, revision }: DesignView) => ({
  id,
  standsFor: revision.revertedTo ?? revision.number,
});

interface SideSwitchProps {
  side: "chat" | "piece";
  onChange: (side: "chat" | "piece") => void;
}

function SideSwitch({ side, onChange }: SideSwitchProps) {
  const t = useTranslations("chat.screen");
  return (
    <fieldset className="flex gap-1 border-b border-line bg-ground p-2 lg:hidden">
      <legend className="sr-only">{t("side")}</legend>
      {(["chat", "piece"] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={side === one}
          onClick={() => onChange(one)}
          className="flex-1 rounded-control py-2 text-sm text-muted aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-card"
        >
          {t(one)}
        </button>
      ))}
    </fieldset>
  );
}

interface PiecesProps {
  conversationId: string;
  current: string;
  pieces: { id: string; title: string }[];
}

function Pieces({ conversationId, current, pieces }: PiecesProps) {
  const t = useTranslations("chat.screen");
  return (
    <nav aria-label={t("pieces")} className="flex gap-1">
      {pieces.slice(0, 6).map((piece, at) => (
        <Link
          key={piece.id}
          href={`/studio/${conversationId}?design=${piece.id}`}
          aria-current={piece.id === current ? "page" : undefined}
          aria-label={piece.title}
          title={piece.title}
          className="grid size-8 place-items-center rounded-full border border-line text-xs text-muted hover:bg-hover aria-[current]:border-accent aria-[current]:text-ink"
        >
          {pieces.length - at}
        </Link>
      ))}
    </nav>
  );
}
