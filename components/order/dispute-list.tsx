import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import type { DisputeView } from "#lib/orders/types.ts";

/** What the two sides did not agree on, and what an admin said; nothing where there was none. */
export function DisputeList({ disputes }: { disputes: readonly DisputeView[] }) {
  const t = useTranslations("order.dispute");
  return disputes.map(({ id, openedBy, text, status, resolution }) => (
    <Card key={id} aria-label={t("title")} className="grid gap-2 text-sm">
      <div className="flex items-center justify-between gap-3">
        <CardTitle>{t("title")}</CardTitle>
        <Badge tone={status === "open" ? "warn" : "plain"}>{t(status)}</Badge>
      </div>
      <p className="text-muted">{t(openedBy === "customer" ? "byCustomer" : "byAtelier")}</p>
      <p className="whitespace-pre-wrap">{text}</p>
      {resolution ? (
        <p className="whitespace-pre-wrap border-t border-line pt-2">
          <span className="font-medium">{t("resolution")}:</span> {resolution}
        </p>
      ) : null}
    </Card>
  ));
}
