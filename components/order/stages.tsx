import { Check } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { OrderState } from "#lib/orders/machine.ts";
import type { OrderView } from "#lib/orders/types.ts";

const STAGES = ["accepted", "confirmed", "in_work", "shipped", "delivered", "reviewed"] as const;

/** How far the order is: every stage with its day, the present one marked. */
export function Stages({ order }: { order: OrderView }) {
  const t = useTranslations("order");
  const format = useFormatter();
  const reachedAt = (stage: OrderState) =>
    stage === "accepted" ? order.createdAt : order.changes.find(({ to }) => to === stage)?.at;
  return (
    <ol aria-label={t("stages")} className="grid gap-y-3 sm:grid-cols-6">
      {STAGES.map((stage) => {
        const at = reachedAt(stage);
        const isNow = stage === order.status;
        return (
          <li
            key={stage}
            aria-current={isNow ? "step" : undefined}
            className="flex items-center gap-3 sm:flex-col sm:items-start sm:gap-2"
          >
            <span className="flex items-center gap-2 sm:w-full">
              <Dot isReached={at !== undefined} isNow={isNow} />
              {stage === STAGES.at(-1) ? null : (
                <span
                  aria-hidden
                  className={`hidden h-0.5 flex-1 sm:block ${at && !isNow ? "bg-accent" : "bg-line"}`}
                />
              )}
            </span>
            <span className="grid text-sm">
              <span className={isNow ? "font-semibold" : at ? "" : "text-muted"}>
                {t(`status.${stage}`)}
              </span>
              {at ? (
                <time dateTime={at.toISOString()} className="text-xs text-muted">
                  {format.dateTime(at, { dateStyle: "medium" })}
                </time>
              ) : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Dot({ isReached, isNow }: { isReached: boolean; isNow: boolean }) {
  const look = isReached ? "border-accent bg-accent text-accent-ink" : "border-line-strong";
  return (
    <span
      aria-hidden
      className={`grid size-6 shrink-0 place-items-center rounded-full border-2 ${look} ${isNow ? "ring-4 ring-accent-soft" : ""}`}
    >
      {isReached ? <Check className="size-3.5" strokeWidth={3} /> : null}
    </span>
  );
}
