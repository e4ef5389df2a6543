import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { formatMoney } from "#components/design/format.ts";
import { Thumb } from "#components/quote/thumb.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listOrders } from "#lib/orders/list-orders.ts";
import { ORDER_STATES, type OrderState } from "#lib/orders/machine.ts";
import type { OrderSummary } from "#lib/orders/types.ts";
import { signedInContext } from "../../../access.ts";

const MOST_SHOWN = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.tabs");
  return { title: t("orders") };
}

/** The atelier's orders by stage; the newest hundred. */
export default async function DeskOrdersPage() {
  const ctx = await signedInContext("/desk/orders");
  const [t, orders] = await Promise.all([
    getTranslations("desk.orders"),
    listOrders(ctx, { as: "atelier", limit: MOST_SHOWN }),
  ]);
  if (orders.items.length === 0) return <EmptyState title={t("empty")} text={t("emptyText")} />;
  const byStage = Map.groupBy(orders.items, ({ status }) => status);
  const shown = ORDER_STATES.filter((stage) => stage !== "cancelled" || byStage.has(stage));
  return (
    <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
      {shown.map((stage) => (
        <Stage key={stage} stage={stage} orders={byStage.get(stage) ?? []} />
      ))}
    </div>
  );
}

async function Stage({ stage, orders }: { stage: OrderState; orders: OrderSummary[] }) {
  const [t, status, locale] = await Promise.all([
    getTranslations("desk.orders"),
    getTranslations("order.status"),
    getLocale(),
  ]);
  return (
    <section aria-labelledby={`stage-${stage}`} className="grid content-start gap-3">
      <h2 id={`stage-${stage}`} className="flex items-center gap-2 text-sm font-semibold">
        {status(stage)}
        <span className="font-normal text-muted tabular-nums">{orders.length}</span>
      </h2>
      {orders.length === 0 ? <p className="text-sm text-muted">{t("none")}</p> : null}
      <ul className="grid gap-3">
        {orders.map((order) => (
          <li key={order.id}>
            <Link
              href={`/orders/${order.id}`}
              className="flex items-center gap-3 rounded-card border border-line bg-surface p-3 hover:bg-hover"
            >
              <Thumb url={order.pictureUrl} />
              <span className="grid min-w-0 text-sm">
                <span className="truncate font-medium">{order.title}</span>
                <span className="text-muted tabular-nums">
                  {formatMoney(order.totalMinor, order.currency, locale)}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
