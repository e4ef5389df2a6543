import { useFormatter, useTranslations } from "next-intl";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import type { OrderView } from "#lib/orders/types.ts";

/** How it was handed over, and what the scale said. */
export function ShipmentCard({ order }: { order: OrderView }) {
  const t = useTranslations("order.page");
  const format = useFormatter();
  const grams = (massG: number) =>
    format.number(massG, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const { shipment, estimatedMassG, measuredMassG } = order;
  if (!shipment) return null;
  const { carrier, tracking, trackingUrl, note } = shipment;
  return (
    <Card aria-labelledby="shipment" className="grid gap-2 text-sm">
      <CardTitle id="shipment">{t("shipment")}</CardTitle>
      <p>{carrier ? (tracking ? t("carrier", { carrier, tracking }) : carrier) : t("byHand")}</p>
      {trackingUrl ? (
        <p>
          <a href={trackingUrl} rel="noreferrer noopener" className={TEXT_LINK}>
            {t("track")}
          </a>
        </p>
      ) : null}
      {note ? <p className="whitespace-pre-wrap">{note}</p> : null}
      {measuredMassG !== null ? (
        <p className="text-muted">
          {estimatedMassG
            ? t("measured", {
                grams: grams(measuredMassG),
                percent: Math.round((measuredMassG / estimatedMassG) * 100),
              })
            : `${grams(measuredMassG)} g`}
        </p>
      ) : null}
    </Card>
  );
}
