import { useTranslations } from "next-intl";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { QuoteState } from "#lib/quotes/machine.ts";

const TONES: Record<QuoteState, Tone> = {
  asked: "plain",
  answered: "accent",
  countered: "accent",
  accepted: "good",
  declined: "bad",
  expired: "warn",
};

export function QuoteBadge({ status }: { status: QuoteState }) {
  const t = useTranslations("quote.status");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
