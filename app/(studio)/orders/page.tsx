import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { formatMoney } from "#components/design/format.ts";
import { OrderBadge } from "#components/order/order-badge.tsx";
import { Thumb } from "#components/quote/thumb.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { listOrders } from "#lib/orders/list-orders.ts";
import type { OrderSummary } from "#lib/orders/types.ts";
import { signedInContext } from "../access.ts";

interface OrdersPageProps {
  searchParams: Promise<{ cursor?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("order");
  return { title: t("title"), description: t("description") };
}

/** Every order of the person, placed or taken. */
export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const ctx = await signedInContext("/orders");
  const { cursor } = await searchParams;
  const [t, orders] = await Promise.all([
    getTranslations("order.list"),
    listOrders(ctx, { limit: 20, ...(cursor && { cursor }) }),
  ]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-4xl gap-8 px-4 py-10 sm:px-6">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      {orders.items.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} picture={<Mark className="size-14" />}>
          <ButtonLink href="/quotes">{t("quotes")}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
          {orders.items.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
      {orders.nextCursor && (
        <ButtonLink
          href={`/orders?cursor=${encodeURIComponent(orders.nextCursor)}`}
          look="secondary"
          className="justify-self-center"
        >
          {t("more")}
        </ButtonLink>
      )}
    </main>
  );
}

async function OrderRow({ order }: { order: OrderSummary }) {
  const [t, page, format, locale] = await Promise.all([
    getTranslations("order.list"),
    getTranslations("order.page"),
    getFormatter(),
    getLocale(),
  ]);
  const { atelier, updatedAt } = order;
  return (
    <li>
      <Link
        href={`/orders/${order.id}`}
        className="flex items-center gap-4 px-4 py-3 hover:bg-hover"
      >
        <Thumb url={order.pictureUrl} />
        <span className="grid min-w-0 flex-1 text-sm">
          <span className="truncate font-medium">{order.title}</span>
          <span className="truncate text-muted">
            {order.side === "atelier"
              ? t("forYou")
              : page("with", { name: atelier.name, place: atelier.place })}
          </span>
        </span>
        <span className="hidden text-right text-sm tabular-nums sm:block">
          {formatMoney(order.totalMinor, order.currency, locale)}
        </span>
        {order.isPaid ? (
          <Badge tone="good" className="hidden sm:inline-flex">
            {t("paid")}
          </Badge>
        ) : null}
        <OrderBadge status={order.status} />
        <time
          dateTime={updatedAt.toISOString()}
          className="hidden w-24 text-right text-xs text-muted sm:block"
        >
          {format.dateTime(updatedAt, { dateStyle: "medium" })}
        </time>
      </Link>
    </li>
  );
}
