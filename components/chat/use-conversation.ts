"use client";

import { useChat } from "@ai-sdk/react";
import { DefaultChatTransport, type UIMessage } from "ai";
import { useMemo, useRef } from "react";

interface ConversationOptions {
  conversationId: string;
  initialMessages: UIMessage[];
  /** Whether an answer is being written now. */
  answering: boolean;
  /** Called when something was made or changed, and when an answer has ended. */
  onNews: () => void;
}

/** What travels with a message beside its text. */
export interface SendOptions {
  attachments: string[];
  designId: string | null;
}

/** A conversation whose answers survive a reload: they are read again from their start. */
export function useConversation(options: ConversationOptions) {
  const { conversationId, initialMessages, answering, onNews } = options;
  const settle = useRef<((accepted: boolean) => void) | null>(null);
  const transport = useMemo(
    () =>
      new DefaultChatTransport<UIMessage>({
        api: "/api/v1/chat",
        headers: { Accept: "text/event-stream" },
        prepareSendMessagesRequest: ({ messages, body }) => ({
          body: {
            conversation_id: conversationId,
            message: textOf(messages.at(-1)),
            client_message_id: messages.at(-1)?.id,
            ...body,
          },
        }),
        prepareReconnectToStreamRequest: () => ({
          api: `/api/v1/conversations/${conversationId}/stream`,
        }),
        fetch: async (address, init) => {
          const answer = await fetch(address, init);
          if (!answer.ok) throw new Error(await reasonOf(answer));
          settle.current?.(true);
          return answer;
        },
      }),
    [conversationId],
  );
  const chat = useChat<UIMessage>({
    id: conversationId,
    messages: initialMessages,
    resume: answering,
    transport,
    throttle: 40,
    onFinish: onNews,
  });

  /** True as soon as the service has the message; false when it refused it, which takes it back out of the list. */
  const send = (text: string, { attachments, designId }: SendOptions): Promise<boolean> =>
    new Promise((resolve) => {
      let accepted = false;
      settle.current = (has) => {
        accepted ||= has;
        resolve(has);
      };
      const body = { attachments, ...(designId && { design_id: designId }) };
      chat.sendMessage({ text }, { body }).then(() => {
        if (accepted) return;
        chat.setMessages((now) => now.slice(0, -1));
        resolve(false);
      });
    });
  const stop = async () => {
    await fetch(`/api/v1/conversations/${conversationId}/stop`, { method: "POST" });
  };
  return { ...chat, send, stop };
}

export function textOf(message: UIMessage | undefined): string {
  const texts = message?.parts.filter((part) => part.type === "text") ?? [];
  return texts.map((part) => part.text).join("\n");
}

/** The service's own sentence about what went wrong. */
async function reasonOf(answer: Response): Promise<string> {
  const data: unknown = await answer.json().catch(() => null);
  const error = (data as { error?: { message?: string } } | null)?.error;
  return error?.message ?? `The service answered ${answer.status}.`;
}
