import clsx from "clsx";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DecisionForm } from "#components/atelier/decision-form.tsx";
import { WeightsForm } from "#components/atelier/weights-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type AtelierForApproval, listForApproval } from "#lib/ateliers/admin/list-for-approval.ts";
import { currentWeights } from "#lib/ateliers/match/current-weights.ts";
import { craftLabel } from "#lib/shared/crafts.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { countryName } from "#lib/shared/places/countries.ts";
import { signedInContext } from "../../access.ts";
import { decideAction, featureAction, setWeightsAction } from "./actions.ts";

const STATUSES = ["pending", "approved", "refused", "suspended"] as const;
type Status = (typeof STATUSES)[number];

interface AdminPageProps {
  searchParams: Promise<{ status?: string; cursor?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("atelier.admin");
  return { title: t("title"), robots: { index: false } };
}

/** An admin approves ateliers, features them, and weighs the terms of the match. */
export default async function AdminAteliersPage({ searchParams }: AdminPageProps) {
  const { status: given, cursor } = await searchParams;
  const status = STATUSES.find((one) => one === given) ?? "pending";
  const ctx = await signedInContext("/admin/ateliers");
  const [list, weights, t, { atelier }] = await Promise.all([
    forAdmins(listForApproval(ctx, { status, limit: 20, ...(cursor && { cursor }) })),
    currentWeights(ctx),
    getTranslations("atelier.admin"),
    getMessages(),
  ]);
  const { admin, terms } = atelier;
  return (
    <main id="content" className="mx-auto grid w-full max-w-4xl gap-6 px-4 py-10 sm:px-6">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <StatusTabs current={status} />
      <NextIntlClientProvider messages={{ atelier: { admin, terms } }}>
        {list.items.length === 0 ? (
          <EmptyState title={t("empty")} text={t("emptyText")} />
        ) : (
          <ul className="grid gap-4">
            {list.items.map((one) => (
              <AtelierRow key={one.id} atelier={one} />
            ))}
          </ul>
        )}
        {list.nextCursor ? (
          <ButtonLink
            href={`/admin/ateliers?${new URLSearchParams({ status, cursor: list.nextCursor })}`}
            look="secondary"
            className="justify-self-center"
          >
            {t("more")}
          </ButtonLink>
        ) : null}
        <Card aria-labelledby="weights" className="grid gap-3">
          <CardTitle id="weights">{t("weights")}</CardTitle>
          <p className="text-sm text-muted">{t("weightsText")}</p>
          <WeightsForm weights={weights} action={setWeightsAction} />
        </Card>
      </NextIntlClientProvider>
    </main>
  );
}

/** For anybody but an admin this page is not there. */
async function forAdmins<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && error.code === "forbidden") notFound();
    throw error;
  }
}

async function StatusTabs({ current }: { current: Status }) {
  const t = await getTranslations("atelier.admin.tabs");
  return (
    <nav className="flex flex-wrap gap-1">
      {STATUSES.map((status) => (
        <Link
          key={status}
          href={`/admin/ateliers?status=${status}`}
          aria-current={status === current ? "page" : undefined}
          className={clsx(
            "rounded-control px-3 py-1.5 text-sm",
            status === current ? "bg-accent-soft font-medium text-accent" : "hover:bg-hover",
          )}
        >
          {t(status)}
        </Link>
      ))}
    </nav>
  );
}

async function AtelierRow({ atelier }: { atelier: AtelierForApproval }) {
  const t = await getTranslations("atelier");
  const { id, name, about, place, country, crafts, status, statusReason, featured } = atelier;
  return (
    <li className="grid gap-4 rounded-card border border-line bg-surface p-5 shadow-card">
      <div className="grid gap-1">
        <h2 className="flex items-center gap-2 font-semibold">
          <Link href={`/ateliers/${id}`} className="hover:text-accent">
            {name}
          </Link>
          {featured ? <Badge tone="accent">{t("card.featured")}</Badge> : null}
        </h2>
        <p className="text-sm text-muted">
          {place}, {countryName(country)} · {crafts.map(craftLabel).join(", ")}
        </p>
        <p className="text-sm">{about}</p>
        {statusReason ? <p className="text-sm text-warn">{statusReason}</p> : null}
      </div>
      <RowFacts atelier={atelier} />
      <DecisionForm
        atelierId={id}
        {...{ status, featured }}
        onDecide={decideAction}
        onFeature={featureAction}
      />
    </li>
  );
}

async function RowFacts({ atelier }: { atelier: AtelierForApproval }) {
  const t = await getTranslations("atelier.admin");
  const { ownerEmail, hasRates, pictureCount, contact } = atelier;
  const reach = contact && [contact.person, contact.email, contact.phone, contact.street];
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
      <Fact name={t("owner")}>{ownerEmail ?? t("nobody")}</Fact>
      <Fact name={t("rates")}>{hasRates ? t("hasRates") : t("noRates")}</Fact>
      <Fact name={t("pictures")}>{pictureCount}</Fact>
      {reach ? <Fact name={t("contact")}>{reach.filter(Boolean).join(" · ")}</Fact> : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
