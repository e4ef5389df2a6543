"use client";

import {
  Archive,
  ArchiveRestore,
  Ellipsis,
  FileJson,
  FileText,
  Pencil,
  Pin,
  PinOff,
  Trash2,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Menu, MenuItem, MenuLink } from "#components/ui/menu.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { ConversationActions, MenuConversation } from "./conversation-actions.ts";
import { DeleteConversation } from "./delete-conversation.tsx";
import { RenameConversation } from "./rename-conversation.tsx";

interface ConversationMenuProps {
  conversation: MenuConversation;
  actions: ConversationActions;
}

const ICON = { size: 16, "aria-hidden": true, className: "text-muted" } as const;

/** What can be done with a whole conversation: pin, rename, put away, save, delete. */
export function ConversationMenu({ conversation, actions }: ConversationMenuProps) {
  const t = useTranslations("chat.conversation");
  const router = useRouter();
  const [asks, setAsks] = useState<"rename" | "delete" | null>(null);
  const { id, title, pinnedAt, archivedAt } = conversation;
  const update = async (change: { pinned?: boolean; archived?: boolean }) => {
    const result = await actions.update({ conversationId: id, ...change });
    if (!result.ok) toast(result.error.message, "bad");
    router.refresh();
  };
  const file = (format: string) => `/api/v1/conversations/${id}/export?format=${format}`;
  return (
    <>
      <Menu label={t("menu", { title })} button={<Ellipsis size={18} aria-hidden />}>
        <MenuItem onChoose={() => void update({ pinned: !pinnedAt })}>
          {pinnedAt ? <PinOff {...ICON} /> : <Pin {...ICON} />}
          {t(pinnedAt ? "unpin" : "pin")}
        </MenuItem>
        <MenuItem onChoose={() => setAsks("rename")}>
          <Pencil {...ICON} /> {t("rename")}
        </MenuItem>
        <MenuItem onChoose={() => void update({ archived: !archivedAt })}>
          {archivedAt ? <ArchiveRestore {...ICON} /> : <Archive {...ICON} />}
          {t(archivedAt ? "unarchive" : "archive")}
        </MenuItem>
        <MenuLink href={file("html")}>
          <FileText {...ICON} /> {t("saveHtml")}
        </MenuLink>
        <MenuLink href={file("json")}>
          <FileJson {...ICON} /> {t("saveJson")}
        </MenuLink>
        <hr className="mx-3 my-1.5 border-line" />
        <MenuItem danger onChoose={() => setAsks("delete")}>
          <Trash2 size={16} aria-hidden /> {t("delete")}
        </MenuItem>
      </Menu>
      {asks === "rename" && (
        <RenameConversation
          conversation={conversation}
          update={actions.update}
          onClose={() => setAsks(null)}
        />
      )}
      {asks === "delete" && (
        <DeleteConversation
          conversation={conversation}
          actions={actions}
          onClose={() => setAsks(null)}
        />
      )}
    </>
  );
}
