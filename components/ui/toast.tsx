"use client";

import clsx from "clsx";
import { useEffect, useSyncExternalStore } from "react";
import type { Tone } from "./badge.tsx";

export interface ToastMessage {
  id: number;
  text: string;
  tone: Tone;
}

const SHOWN_MS = 6000;
const NONE: ToastMessage[] = [];
let messages: ToastMessage[] = NONE;
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: ToastMessage[]) {
  messages = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a passing message for 6 s. Never the only place where something important stands. */
export function toast(text: string, tone: Tone = "plain") {
  lastId += 1;
  publish([...messages.slice(-2), { id: lastId, text, tone }]);
}

const EDGES: Record<Tone, string> = {
  plain: "border-line",
  accent: "border-accent",
  good: "border-good",
  warn: "border-warn",
  bad: "border-bad",
};

function Toast({ message }: { message: ToastMessage }) {
  useEffect(() => {
    const remove = () => publish(messages.filter((one) => one.id !== message.id));
    const timer = setTimeout(remove, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message.id]);
  return (
    <p
      className={clsx(
        "rounded-control border bg-surface px-4 py-3 text-sm shadow-float",
        EDGES[message.tone],
      )}
    >
      {message.text}
    </p>
  );
}

/** The place where toasts appear; put one into a layout. */
export function Toasts() {
  const shown = useSyncExternalStore(
    subscribe,
    () => messages,
    () => NONE,
  );
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2 sm:items-end"
    >
      {shown.map((message) => (
        <Toast key={message.id} message={message} />
      ))}
    </div>
  );
}
