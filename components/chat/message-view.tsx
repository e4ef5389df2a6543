"use client";

import type { UIMessage } from "ai";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Picture } from "#components/design/picture.tsx";
import { MessageEditor } from "./message-editor.tsx";
import { MessageText } from "./message-text.tsx";
import { type MessageActions, MessageTools } from "./message-tools.tsx";
import { ToolCard } from "./tool-card.tsx";
import type { ToolCardContext } from "./tool-card-context.ts";
import { toolCallOf } from "./tool-outcome.ts";
import { textOf } from "./ui-messages.ts";

interface MessageViewProps {
  message: UIMessage;
  context: ToolCardContext;
  actions: MessageActions;
}

/** One message: a person's in a bubble, the designer's as text with what it did. */
export function MessageView({ message, context, actions }: MessageViewProps) {
  const t = useTranslations("chat");
  const [editing, setEditing] = useState(false);
  const own = message.role === "user";
  return (
    <li className={`group/message grid gap-1 ${own ? "justify-items-end" : ""}`}>
      <span className="sr-only">{own ? t("you") : t("designer")}:</span>
      {editing ? (
        <MessageEditor
          text={textOf(message)}
          onSend={(text) => actions.onEdit(message.id, text)}
          onClose={() => setEditing(false)}
        />
      ) : (
        <div
          className={
            own
              ? "grid max-w-[85%] gap-2 rounded-2xl rounded-br-md bg-accent-soft px-4 py-2.5 text-sm"
              : "grid min-w-0 gap-3 text-sm"
          }
        >
          {message.parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a message only ever grow at the end
            <PartView key={at} part={part} context={context} />
          ))}
        </div>
      )}
      {!editing && (
        <MessageTools
          messageId={message.id}
          own={own}
          actions={actions}
          onWrite={() => setEditing(true)}
        />
      )}
    </li>
  );
}

function PartView({
  part,
  context,
}: {
  part: UIMessage["parts"][number];
  context: ToolCardContext;
}) {
  const t = useTranslations("chat");
  if (part.type === "text") return part.text ? <MessageText text={part.text} /> : null;
  if (part.type === "file" && part.mediaType.startsWith("image/")) {
    return (
      <Picture
        src={part.url}
        alt={part.filename ?? t("picture")}
        className="max-h-48 w-fit rounded-lg object-contain"
      />
    );
  }
  const call = toolCallOf(part);
  return call && <ToolCard call={call} context={context} />;
}
