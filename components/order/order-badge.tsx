import { useTranslations } from "next-intl";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { OrderState } from "#lib/orders/machine.ts";

const TONES: Record<OrderState, Tone> = {
  accepted: "accent",
  confirmed: "accent",
  in_work: "accent",
  shipped: "accent",
  delivered: "good",
  reviewed: "good",
  cancelled: "bad",
};

export function OrderBadge({ status }: { status: OrderState }) {
  const t = useTranslations("order.status");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
