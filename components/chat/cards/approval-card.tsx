"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toUsd } from "#lib/shared/usd.ts";
import { CARD_BUTTON, Card } from "./card.tsx";

interface ApprovalCardProps {
  /** Millionths of a USD. */
  cost: number;
  onApprove: (cost: number) => void;
}

/** Paid work that waits for the person's word. */
export function ApprovalCard({ cost, onApprove }: ApprovalCardProps) {
  const t = useTranslations("chat.tools.approval");
  const [isSaid, setSaid] = useState(false);
  const approve = () => {
    setSaid(true);
    onApprove(cost);
  };
  return (
    <Card mark="asking">
      <span className="flex items-center justify-between gap-2">
        {t("text", { usd: toUsd(cost) })}
        <button type="button" disabled={isSaid} onClick={approve} className={CARD_BUTTON}>
          {t("go")}
        </button>
      </span>
    </Card>
  );
}
