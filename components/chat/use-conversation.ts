"use client";

import { useChat } from "@ai-sdk/react";
import { DefaultChatTransport, type UIMessage } from "ai";
import { useMemo, useRef, useState } from "react";
import { v4 as newUuid } from "uuid";
import type { Attachment } from "./attachments.ts";
import { textOf } from "./ui-messages.ts";
import { useReconnect } from "./use-reconnect.ts";

interface ConversationOptions {
  conversationId: string;
  initialMessages: UIMessage[];
  /** The answer that was being written when the page was made; its stream is read even if it has ended since. */
  answeringId: string | null;
  /** Called when something was made or changed, and when an answer has ended. */
  onNews: () => void;
}

/** What travels with a message beside its text. */
export interface SendOptions {
  /** Absent: none, or those of the message that is replaced. */
  attachments?: Attachment[];
  designId: string | null;
  /** What the answer may spend, millionths of a USD. */
  approvedMicroUsd?: number;
  /** The message in whose place this one is said. */
  replacesId?: string;
}

/** A conversation whose answers survive a reload: they are read again from their start. */
export function useConversation(options: ConversationOptions) {
  const { conversationId, initialMessages, answeringId, onNews } = options;
  const settle = useRef<((accepted: boolean) => void) | null>(null);
  const accepted = useRef(answeringId !== null);
  const answerId = useRef(answeringId);
  const reached = useRef(false);
  const failure = useRef<Error | null>(null);
  /** Why the last message was not taken. */
  const [refusal, setRefusal] = useState<Error | null>(null);
  const transport = useMemo(
    () =>
      new DefaultChatTransport<UIMessage>({
        api: "/api/v1/chat",
        headers: { Accept: "text/event-stream" },
        prepareSendMessagesRequest: ({ messages, body, trigger, messageId }) =>
          trigger === "regenerate-message"
            ? {
                api: `/api/v1/conversations/${conversationId}/regenerate`,
                body: { message_id: messageId },
              }
            : {
                body: {
                  conversation_id: conversationId,
                  message: textOf(messages.at(-1)),
                  client_message_id: messages.at(-1)?.id,
                  ...body,
                },
              },
        prepareReconnectToStreamRequest: () => ({
          api: `/api/v1/conversations/${conversationId}/stream${answerId.current ? `?message_id=${answerId.current}` : ""}`,
        }),
        fetch: async (address, init) => {
          const answer = await fetch(address, init);
          reached.current = answer.status < 500;
          if (!answer.ok) throw await refusalOf(answer);
          accepted.current = true;
          settle.current?.(true);
          return answer;
        },
      }),
    [conversationId],
  );
  const chat = useChat<UIMessage>({
    id: conversationId,
    messages: initialMessages,
    transport,
    // The service keeps a UUID as the message's own id: what was just sent can be edited.
    generateId: () => newUuid(),
    throttle: 40,
    onError: (error) => {
      failure.current = error;
    },
    onFinish: ({ message, finishReason, isAbort, isError }) => {
      if (message.role === "assistant") answerId.current = message.id;
      onNews();
      // A stream that broke off (browsers say so by a TypeError) or closed without an end is read again; a failed answer has ended.
      const hasFailed = isError && !(failure.current instanceof TypeError);
      const hasEnded = finishReason !== undefined || isAbort || hasFailed;
      if (hasEnded) reconnect.onEnd();
      else if (accepted.current) reconnect.onBreak();
    },
  });
  const resume = async () => {
    reached.current = false;
    await chat.resumeStream();
    return reached.current;
  };
  const reconnect = useReconnect(resume, answeringId !== null);

  /** True as soon as the service has it; false when it refused, which brings the list back to what it was. */
  const ask = (before: UIMessage[], call: () => Promise<void>): Promise<boolean> =>
    new Promise((resolve) => {
      reconnect.giveUp();
      setRefusal(null);
      accepted.current = false;
      answerId.current = null;
      settle.current = resolve;
      call().then(() => {
        if (accepted.current) return;
        chat.setMessages(before);
        setRefusal(failure.current);
        resolve(false);
      });
    });

  const send = (text: string, { replacesId, designId, ...rest }: SendOptions) => {
    const before = chat.messages;
    const place = before.findIndex(({ id }) => id === replacesId);
    if (place >= 0) chat.setMessages(before.slice(0, place));
    const body = {
      ...(rest.attachments && { attachments: rest.attachments.map(({ id }) => id) }),
      ...(rest.approvedMicroUsd && { approved_micro_usd: rest.approvedMicroUsd }),
      ...(replacesId ? { replaces_id: replacesId } : designId && { design_id: designId }),
    };
    const files = (rest.attachments ?? []).map(({ url, name, mediaType }) => {
      return { type: "file" as const, url, filename: name, mediaType };
    });
    return ask(before, () => chat.sendMessage({ text, files }, { body }));
  };
  /** Has an answer written once more. */
  const regenerate = (messageId: string) =>
    ask(chat.messages, () => chat.regenerate({ messageId }));
  const stop = async () => {
    await fetch(`/api/v1/conversations/${conversationId}/stop`, { method: "POST" });
  };
  const busy = chat.status === "submitted" || chat.status === "streaming" || reconnect.reconnecting;
  return { ...chat, busy, refusal, send, regenerate, stop };
}

/** A message that was not taken, in the service's own sentence. */
export class RefusedMessage extends Error {
  /** Where to object, when it is a decision a person can look at again. */
  appealUrl: string | undefined;
}

async function refusalOf(answer: Response): Promise<RefusedMessage> {
  const data: unknown = await answer.json().catch(() => null);
  const { error } = (data ?? {}) as {
    error?: { message?: string; details?: { appeal_url?: string } };
  };
  const refusal = new RefusedMessage(error?.message ?? `The service answered ${answer.status}.`);
  refusal.appealUrl = error?.details?.appeal_url;
  return refusal;
}
