import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ResolveForm } from "#components/order/resolve-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type AdminDispute, listDisputes } from "#lib/orders/list-disputes.ts";
import { signedInContext } from "../../access.ts";
import { resolveDisputeAction } from "../../orders/actions.ts";

interface DisputesPageProps {
  searchParams: Promise<{ cursor?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("order.dispute");
  return { title: t("adminTitle"), robots: { index: false } };
}

/** For admins: orders whose two sides do not agree. Nobody else learns that the page is there. */
export default async function DisputesPage({ searchParams }: DisputesPageProps) {
  const ctx = await signedInContext("/admin/disputes");
  if (ctx.actor.type !== "user" || ctx.actor.role !== "admin") notFound();
  const { cursor } = await searchParams;
  const [t, disputes] = await Promise.all([
    getTranslations("order.dispute"),
    listDisputes(ctx, { limit: 20, ...(cursor && { cursor }) }),
  ]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-10 sm:px-6">
      <div className="grid gap-2">
        <h1 className="text-2xl font-semibold">{t("adminTitle")}</h1>
        <p className="text-muted">{t("adminDescription")}</p>
      </div>
      {disputes.items.length === 0 ? <EmptyState title={t("none")} text={t("noneText")} /> : null}
      {disputes.items.map((dispute) => (
        <DisputeCard key={dispute.id} dispute={dispute} />
      ))}
      {disputes.nextCursor && (
        <ButtonLink
          href={`/admin/disputes?cursor=${encodeURIComponent(disputes.nextCursor)}`}
          look="secondary"
          className="justify-self-center"
        >
          {t("more")}
        </ButtonLink>
      )}
    </main>
  );
}

async function DisputeCard({ dispute }: { dispute: AdminDispute }) {
  const [t, status, format] = await Promise.all([
    getTranslations("order.dispute"),
    getTranslations("order.status"),
    getFormatter(),
  ]);
  const { order, openedBy, text, resolution, createdAt } = dispute;
  const { title, customer, atelier } = order;
  return (
    <Card className="grid gap-3 text-sm">
      <div className="flex items-start justify-between gap-3">
        <CardTitle>{t("about", { title, customer, atelier })}</CardTitle>
        <Badge tone={dispute.status === "open" ? "warn" : "plain"}>{t(dispute.status)}</Badge>
      </div>
      <p className="text-muted">
        {[
          t(openedBy === "customer" ? "byCustomer" : "byAtelier"),
          format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" }),
          status(order.status),
        ].join(" · ")}
      </p>
      <p className="whitespace-pre-wrap">{text}</p>
      {dispute.status === "open" ? (
        <ResolveForm
          disputeId={dispute.id}
          action={resolveDisputeAction}
          texts={{ resolution: t("resolution"), submit: t("resolve") }}
        />
      ) : (
        <p className="whitespace-pre-wrap border-t border-line pt-3">
          <span className="font-medium">{t("resolution")}:</span> {resolution}
        </p>
      )}
    </Card>
  );
}
