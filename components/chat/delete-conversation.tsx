"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { ConversationContents } from "#lib/conversations/count-contents.ts";
import type { ConversationActions, MenuConversation } from "./conversation-actions.ts";

interface DeleteConversationProps {
  conversation: MenuConversation;
  actions: Pick<ConversationActions, "count" | "remove">;
  onClose: () => void;
}

/** Says what goes with a conversation, then deletes it. */
export function DeleteConversation({ conversation, actions, onClose }: DeleteConversationProps) {
  const t = useTranslations("chat.conversation");
  const [contents, setContents] = useState<ConversationContents | null>(null);
  const [busy, setBusy] = useState(false);
  const { id: conversationId, title } = conversation;
  const { count } = actions;
  // Counted when it is asked, not with every page: what a list shows may be old.
  useEffect(() => {
    count({ conversationId }).then((result) => result.ok && setContents(result.data));
  }, [count, conversationId]);
  const remove = async () => {
    setBusy(true);
    const result = await actions.remove({ conversationId });
    setBusy(false);
    if (!result.ok) toast(result.error.message, "bad");
  };
  return (
    <Dialog open onClose={onClose} title={t("deleteTitle")} closeLabel={t("close")}>
      <p className="text-sm">
        <strong className="font-medium">{title}</strong>
      </p>
      <div className="min-h-20 text-sm text-muted" aria-live="polite">
        {contents ? (
          <>
            <p>{t("goes")}</p>
            <ul className="mt-1 list-disc pl-5">
              {(["messages", "designs", "pictures", "files"] as const)
                .filter((what) => contents[what] > 0)
                .map((what) => (
                  <li key={what}>{t(`contents.${what}`, { count: contents[what] })}</li>
                ))}
            </ul>
          </>
        ) : (
          <p>{t("counting")}</p>
        )}
      </div>
      <p className="text-sm text-muted">{t("forGood")}</p>
      <div className="flex justify-end gap-2">
        <Button look="secondary" onClick={onClose}>
          {t("keep")}
        </Button>
        <Button look="danger" disabled={busy || !contents} onClick={remove}>
          {t("deleteYes")}
        </Button>
      </div>
    </Dialog>
  );
}
