"use client";

import { Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatCarats, formatGrams } from "#components/design/format.ts";
import { type Money, useMoney } from "#components/design/use-money.ts";
import type { DesignResult } from "#lib/conversations/tools/tool.ts";
import type { ToolCardContext } from "../tool-card-context.ts";
import type { ToolCall } from "../tool-outcome.ts";
import { CARD_BUTTON } from "./card.tsx";
import { ChangesTable } from "./changes-table.tsx";
import { Findings } from "./findings.tsx";

interface DesignCardProps {
  call: ToolCall;
  result: DesignResult;
  context: ToolCardContext;
}

const TITLES = { undo: "done.undo", solve_design: "done.solve_design" } as const;

/** A piece that was made or changed: what moved with grams and money, what is new to mind, and the way back. */
export function DesignCard({ call, result, context }: DesignCardProps) {
  const t = useTranslations("chat.tools");
  const locale = useLocale();
  const money = useMoney();
  const { fields, onShow } = context;
  const isMade = call.name === "make_design" || call.name === "sculpt_picture";
  const title = TITLES[call.name as keyof typeof TITLES] ?? "done.edit_design";
  const isSame = !isMade && result.changes.length === 0;
  const canBeUndone = !isMade && !isSame && call.name !== "undo";
  return (
    <>
      <span className="font-medium">
        {isMade ? result.title : t(isSame ? "done.nothing" : title)}
      </span>
      {isMade && (
        <span className="text-muted tabular-nums">{factsOf(t, result, locale, money)}</span>
      )}
      {result.changes.length > 0 && (
        <ChangesTable
          {...result}
          currency={result.price?.currency ?? null}
          totalMinor={result.price?.totalMinor ?? null}
          fields={fields}
        />
      )}
      <Findings findings={isMade ? result.problems : result.newProblems} />
      <span className={`-mx-2 flex justify-end gap-1 ${canBeUndone ? "" : "lg:hidden"}`}>
        <button type="button" onClick={onShow} className={`${CARD_BUTTON} lg:hidden`}>
          {t("show")}
        </button>
        {canBeUndone && <Undo result={result} context={context} />}
      </span>
    </>
  );
}

/** The way back to the revision before, while the change is the newest; what was taken back says so, also after a reload. */
function Undo({ result, context }: Pick<DesignCardProps, "result" | "context">) {
  const t = useTranslations("chat.tools");
  const [isBusy, setBusy] = useState(false);
  const { current, onUndo } = context;
  const { designId, revision } = result;
  if (current?.id !== designId || current.standsFor > revision) return null;
  const isUndone = current.standsFor < revision;
  const undo = async () => {
    setBusy(true);
    await onUndo(designId, revision - 1);
    setBusy(false);
  };
  return (
    <button type="button" disabled={isBusy || isUndone} onClick={undo} className={CARD_BUTTON}>
      <Undo2 size={14} aria-hidden /> {t(isUndone ? "undone" : "undo")}
    </button>
  );
}

function factsOf(
  t: ReturnType<typeof useTranslations<"chat.tools">>,
  { massG, totalCarats, price }: DesignResult,
  locale: string,
  money: Money,
): string {
  const facts = [
    massG !== null && formatGrams(massG, locale),
    totalCarats ? formatCarats(totalCarats, locale) : false,
    price && money.short(price.totalMinor, price.currency),
  ].filter(Boolean);
  return facts.length > 0 ? t("change.about", { value: facts.join(" · ") }) : "";
}
