"use client";

import { Check, Coins, LoaderCircle, TriangleAlert, Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ChangeLine } from "#components/design/change-line.tsx";
import { formatCarats, formatGrams, formatMoneyShort } from "#components/design/format.ts";
import type { DesignResult } from "#lib/conversations/tools/tool.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import { toUsd } from "#lib/shared/usd.ts";
import { AskedCard } from "./asked-card.tsx";
import { MakersCard } from "./makers-card.tsx";
import { ProductsCard } from "./products-card.tsx";
import {
  askedResultOf,
  awaitedCostOf,
  designResultOf,
  makersOf,
  picturesOf,
  productsResultOf,
  type ToolCall,
} from "./tool-outcome.ts";

export interface ToolCardContext {
  fields: readonly Field[];
  /** The design on the bench; only its newest change can be undone from here. */
  current: { id: string; revisionNumber: number } | null;
  onUndo: (designId: string) => Promise<boolean>;
  /** Brings the piece to the front, where only one side fits the screen. */
  onShow: () => void;
  /** Lets the designer spend this much, millionths of a USD. */
  onApprove: (costMicroUsd: number) => void;
}

/** What the designer did, as a card: a piece made, numbers changed with before and after, pictures drawn. */
export function ToolCard({ call, context }: { call: ToolCall; context: ToolCardContext }) {
  const t = useTranslations("chat.tools");
  const label = call.name ?? "other";
  if (call.state === "failed") {
    return <Card mark={MARKS.failed}>{call.errorText ?? t("failed")}</Card>;
  }
  if (call.state === "running") {
    return (
      <Card mark={MARKS.running}>
        <span className="text-muted">{t(`running.${label}`)}</span>
      </Card>
    );
  }
  const cost = awaitedCostOf(call);
  if (cost !== null) return <Approval cost={cost} onApprove={context.onApprove} />;
  const result = designResultOf(call);
  const makers = makersOf(call);
  if (makers) return <MakersCard {...makers} />;
  const products = productsResultOf(call);
  const asked = askedResultOf(call);
  return (
    <Card mark={MARKS.done}>
      {products ? (
        <ProductsCard result={products} />
      ) : asked ? (
        <AskedCard result={asked} />
      ) : result ? (
        <DesignOutcome call={call} result={result} context={context} />
      ) : (
        t(`done.${label}`, { count: picturesOf(call) })
      )}
    </Card>
  );
}

interface ApprovalProps {
  cost: number;
  onApprove: ToolCardContext["onApprove"];
}

/** Paid work that waits for the person's word. */
function Approval({ cost, onApprove }: ApprovalProps) {
  const t = useTranslations("chat.tools.approval");
  const [isSaid, setSaid] = useState(false);
  const approve = () => {
    setSaid(true);
    onApprove(cost);
  };
  return (
    <Card mark={MARKS.asking}>
      <span className="flex-1">{t("text", { usd: toUsd(cost) })}</span>
      <button
        type="button"
        disabled={isSaid}
        onClick={approve}
        className="rounded-control px-2 py-1 text-xs font-medium text-accent hover:bg-hover disabled:opacity-60"
      >
        {t("go")}
      </button>
    </Card>
  );
}

interface DesignOutcomeProps {
  call: ToolCall;
  result: DesignResult;
  context: ToolCardContext;
}

function DesignOutcome({ call, result, context }: DesignOutcomeProps) {
  const t = useTranslations("chat.tools");
  const { fields, current, onUndo, onShow } = context;
  const locale = useLocale();
  const made = call.name === "make_design";
  const newest =
    current !== null &&
    current.id === result.designId &&
    current.revisionNumber === result.revision;
  return (
    <>
      <span className="grid flex-1 gap-0.5">
        <span className="font-medium">
          {made ? result.title : t(call.name === "undo" ? "done.undo" : "done.edit_design")}
        </span>
        {made && <span className="text-muted tabular-nums">{factsOf(result, locale)}</span>}
        {result.changes.length > 0 && (
          <ChangeLine change={result} fields={fields} currency={result.price?.currency ?? null} />
        )}
      </span>
      <button
        type="button"
        onClick={onShow}
        className="shrink-0 rounded-control px-2 py-1 text-xs text-accent hover:bg-hover lg:hidden"
      >
        {t("show")}
      </button>
      {!made && newest && <UndoButton onUndo={() => onUndo(result.designId)} />}
    </>
  );
}

function factsOf({ massG, totalCarats, price }: DesignResult, locale: string): string {
  const facts = [
    massG !== null && formatGrams(massG),
    totalCarats ? formatCarats(totalCarats) : false,
    price && formatMoneyShort(price.totalMinor, price.currency, locale),
  ];
  return facts.filter(Boolean).join(" · ");
}

const MARKS = {
  done: <Check size={15} aria-hidden className="text-good" />,
  failed: <TriangleAlert size={15} aria-hidden className="text-warn" />,
  asking: <Coins size={15} aria-hidden className="text-warn" />,
  running: <LoaderCircle size={15} aria-hidden className="animate-spin text-muted" />,
};

function Card({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2.5 rounded-control border border-line bg-surface px-3 py-2.5 text-sm">
      <span className="mt-0.5 shrink-0">{mark}</span>
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
