"use client";

import { useEffect, useRef, useState } from "react";

/** How a file that is made on demand stands: untouched, under way, or why it could not be made. */
export type MakingState = "idle" | "making" | { problem: string | null };

/** The part of the API's error answer that is shown. */
interface Refusal {
  error?: { message?: string };
}

/**
 * Has a file made at its address and then saves it.
 * @param onMade called when it is there, before it is saved
 */
export function useMadeFile(onMade: () => void) {
  const [state, setState] = useState<MakingState>("idle");
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function save(url: string, filename: string): Promise<void> {
    stop.current?.abort();
    const abort = new AbortController();
    const { signal } = abort;
    stop.current = abort;
    setState("making");
    try {
      const problem = await makeAt(url, signal);
      setState(problem === undefined ? "idle" : { problem });
      if (problem !== undefined) return;
      saveFrom(url, filename);
      onMade();
    } catch {
      if (!signal.aborted) setState({ problem: null });
    }
  }
  return { state, save };
}

/** Asks for the first byte alone: the answer comes when the file is there. Undefined when it is, else why not. */
async function makeAt(url: string, signal: AbortSignal): Promise<string | null | undefined> {
  const answer = await fetch(url, { signal, headers: { range: "bytes=0-0" } });
  if (answer.ok) return undefined;
  const { error } = (await answer.json()) as Refusal;
  return error?.message ?? null;
}

function saveFrom(url: string, filename: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  link.click();
}
