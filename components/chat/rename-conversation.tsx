"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { TextAreaField } from "#components/ui/text-area.tsx";
import type { ConversationActions, MenuConversation } from "./conversation-actions.ts";

interface RenameConversationProps {
  conversation: MenuConversation;
  update: ConversationActions["update"];
  onClose: () => void;
}

/** Title and description of a conversation. */
export function RenameConversation({ conversation, update, onClose }: RenameConversationProps) {
  const t = useTranslations("chat.conversation");
  const router = useRouter();
  const [error, setError] = useState<string>();
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const result = await update({
      conversationId: conversation.id,
      title: String(form.get("title")),
      description: String(form.get("description")),
    });
    if (!result.ok) return setError(result.error.message);
    router.refresh();
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t("renameTitle")} closeLabel={t("close")}>
      <form onSubmit={save} className="grid gap-4">
        <Field id="conversation-title" label={t("title")} error={error}>
          {(control) => (
            <Input {...control} name="title" required defaultValue={conversation.title} />
          )}
        </Field>
        <TextAreaField
          name="description"
          label={t("description")}
          hint={t("descriptionHint")}
          defaultValue={conversation.description ?? ""}
        />
        <div className="flex justify-end gap-2">
          <Button look="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit">{t("save")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
