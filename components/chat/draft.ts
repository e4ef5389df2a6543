"use client";

import { useCallback, useEffect, useState } from "react";

/** Where the first sentence of a conversation is written. */
export const START_DRAFT = "start";

const keyOf = (place: string) => `maquette:draft:${place}`;

/** What a person is writing, kept in the browser until it was accepted: a reload loses nothing. */
export function useDraft(place: string): [text: string, write: (text: string) => void] {
  const [text, setText] = useState("");
  useEffect(() => setText(readDraft(place)), [place]);
  const write = useCallback(
    (next: string) => {
      setText(next);
      keepDraft(place, next);
    },
    [place],
  );
  return [text, write];
}

export function readDraft(place: string): string {
  try {
    return localStorage.getItem(keyOf(place)) ?? "";
  } catch {
    // Storage may be forbidden; the text then lives as long as the page.
    return "";
  }
}

export function keepDraft(place: string, text: string): void {
  try {
    if (text) localStorage.setItem(keyOf(place), text);
    else localStorage.removeItem(keyOf(place));
  } catch {
    // As above: nothing more can be kept here.
  }
}
