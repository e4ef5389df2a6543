"use client";

import { ChevronLeft, ChevronRight, GitBranch, Pencil, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MessageVersions } from "#lib/conversations/types.ts";

/** What can be done with single messages; none of it while an answer is being written. */
export interface MessageActions {
  busy: boolean;
  /** What else was said or answered in the place of a message, by its id. */
  versions: Readonly<Record<string, MessageVersions>>;
  onEdit: (messageId: string, text: string) => Promise<boolean>;
  onRegenerate: (messageId: string) => void;
  onBranch: (messageId: string) => void;
  onShowVersion: (messageId: string) => void;
}

interface MessageToolsProps {
  messageId: string;
  own: boolean;
  actions: MessageActions;
  /** Begins to edit the message. */
  onWrite: () => void;
}

/** The small buttons under a message. They are there for the keyboard always, for the eye where the pointer or the focus is. */
export function MessageTools({ messageId, own, actions, onWrite }: MessageToolsProps) {
  const t = useTranslations("chat.messages");
  const { busy, onRegenerate, onBranch } = actions;
  return (
    <div
      className={`flex items-center gap-0.5 text-faint ${own ? "justify-end" : "-ml-2"} ${busy ? "invisible" : ""}`}
    >
      <Versions messageId={messageId} actions={actions} />
      <span className="flex gap-0.5 transition-opacity pointer-fine:opacity-0 pointer-fine:group-focus-within/message:opacity-100 pointer-fine:group-hover/message:opacity-100">
        {own ? (
          <Tool label={t("edit")} onClick={onWrite}>
            <Pencil size={14} aria-hidden />
          </Tool>
        ) : (
          <>
            <Tool label={t("regenerate")} onClick={() => onRegenerate(messageId)}>
              <RotateCcw size={14} aria-hidden />
            </Tool>
            <Tool label={t("branch")} onClick={() => onBranch(messageId)}>
              <GitBranch size={14} aria-hidden />
            </Tool>
          </>
        )}
      </span>
    </div>
  );
}

function Versions({ messageId, actions }: Pick<MessageToolsProps, "messageId" | "actions">) {
  const t = useTranslations("chat.messages");
  const versions = actions.versions[messageId];
  if (!versions) return null;
  const { ids, place } = versions;
  const to = (step: number) => {
    const id = ids[place - 1 + step];
    return { disabled: id === undefined, onClick: () => id && actions.onShowVersion(id) };
  };
  return (
    <span className="flex items-center text-xs tabular-nums">
      <Tool label={t("earlier")} {...to(-1)}>
        <ChevronLeft size={14} aria-hidden />
      </Tool>
      {t("version", { place, count: ids.length })}
      <Tool label={t("later")} {...to(1)}>
        <ChevronRight size={14} aria-hidden />
      </Tool>
    </span>
  );
}

interface ToolProps {
  label: string;
  onClick: () => void;
  disabled?: boolean;
  children: ReactNode;
}

function Tool({ label, onClick, disabled, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      className="grid size-8 place-items-center rounded-control hover:bg-hover hover:text-ink disabled:opacity-40"
    >
      {children}
    </button>
  );
}
