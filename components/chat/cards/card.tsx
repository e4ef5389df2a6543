import { Check, Coins, LoaderCircle, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const MARKS = {
  done: <Check size={15} aria-hidden className="text-good" />,
  failed: <TriangleAlert size={15} aria-hidden className="text-warn" />,
  asking: <Coins size={15} aria-hidden className="text-warn" />,
  running: <LoaderCircle size={15} aria-hidden className="animate-spin text-muted" />,
};

interface CardProps {
  mark: keyof typeof MARKS;
  children: ReactNode;
}

/** The frame of what a tool did, with a mark that says how it stands. */
export function Card({ mark, children }: CardProps) {
  return (
    <div className="flex min-w-0 items-start gap-2.5 rounded-control border border-line bg-surface px-3 py-2.5 text-sm">
      <span className="mt-0.5 shrink-0">{MARKS[mark]}</span>
      <div className="grid min-w-0 flex-1 gap-1.5">{children}</div>
    </div>
  );
}

export const CARD_BUTTON =
  "inline-flex items-center gap-1 rounded-control px-2 py-1 text-xs font-medium text-accent hover:bg-hover disabled:opacity-60";
