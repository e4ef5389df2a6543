"use client";

import { useCallback, useEffect } from "react";

/** Tells the service that a conversation is being looked at: at first, when its tab comes back, and when told to. */
export function useSeen(conversationId: string): () => void {
  const tell = useCallback(() => {
    if (document.visibilityState !== "visible") return;
    const address = `/api/v1/conversations/${conversationId}/seen`;
    // Unheard it stays unread, which harms nobody.
    void fetch(address, { method: "POST", keepalive: true }).catch(() => undefined);
  }, [conversationId]);
  useEffect(() => {
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [tell]);
  return tell;
}
