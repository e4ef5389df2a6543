"use client";

import { Check, LoaderCircle, TriangleAlert, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangeLine } from "#components/design/change-line.tsx";
import type { Field } from "#lib/kinds/read/fields.ts";
import { type ToolCall, toolOutcome } from "./tool-outcome.ts";

export interface ToolCardContext {
  fields: readonly Field[];
  /** The design on the bench; only its newest change can be undone from here. */
  current: { id: string; revisionNumber: number } | null;
  onUndo: (designId: string) => Promise<boolean>;
}

/** What the designer did, as a card: a piece made, numbers changed with before and after, pictures drawn. */
export function ToolCard({ call, context }: { call: ToolCall; context: ToolCardContext }) {
  const t = useTranslations("chat.tools");
  const { outcome, state, errorText } = toolOutcome(call);
  if (state === "failed") {
    return (
      <Card mark={<TriangleAlert size={15} aria-hidden className="text-warn" />}>
        <span>{errorText ?? t("failed")}</span>
      </Card>
    );
  }
  if (state === "running" || !outcome) {
    return (
      <Card mark={<LoaderCircle size={15} aria-hidden className="animate-spin text-muted" />}>
        <span className="text-muted">
          {t(call.name.includes("icture") ? "drawing" : "working")}
        </span>
      </Card>
    );
  }
  const newest =
    context.current !== null &&
    context.current.id === outcome.designId &&
    context.current.revisionNumber === outcome.revisionNumber;
  return (
    <Card mark={<Check size={15} aria-hidden className="text-good" />}>
      <span className="grid flex-1 gap-0.5">
        <span className="font-medium">{titleOf(outcome, t)}</span>
        {outcome.change && outcome.change.changes.length > 0 && (
          <ChangeLine change={outcome.change} fields={context.fields} currency={outcome.currency} />
        )}
        {outcome.kind === "made" && outcome.words && (
          <span className="text-muted">{outcome.words}</span>
        )}
      </span>
      {outcome.kind === "changed" && newest && outcome.designId && (
        <UndoButton onUndo={() => context.onUndo(outcome.designId ?? "")} />
      )}
    </Card>
  );
}

type Translate = ReturnType<typeof useTranslations<"chat.tools">>;
type Outcome = NonNullable<ReturnType<typeof toolOutcome>["outcome"]>;

function titleOf(outcome: Outcome, t: Translate): string {
  if (outcome.kind === "made") return t("made", { title: outcome.title ?? "" });
  if (outcome.kind === "pictures") return t("pictures", { count: outcome.pictures });
  return outcome.kind === "reverted" ? t("reverted") : t("changed");
}

function Card({ mark, children }: { mark: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="flex items-start gap-2.5 rounded-control border border-line bg-surface px-3 py-2.5 text-sm">
      <span className="mt-0.5">{mark}</span>
      {children}
    </div>
  );
}

function UndoButton({ onUndo }: { onUndo: () => Promise<boolean> }) {
  const t = useTranslations("chat.tools");
  const [state, setState] = useState<"ready" | "busy" | "done">("ready");
  const undo = async () => {
    setState("busy");
    setState((await onUndo()) ? "done" : "ready");
  };
  return (
    <button
      type="button"
      disabled={state !== "ready"}
      onClick={undo}
      className="flex items-center gap-1 rounded-control px-2 py-1 text-xs text-muted hover:bg-hover hover:text-ink disabled:opacity-60"
    >
      <Undo2 size={14} aria-hidden /> {state === "done" ? t("undone") : t("undo")}
    </button>
  );
}
