import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { Picture } from "#components/design/picture.tsx";
import { RequestForm } from "#components/quote/request-form.tsx";
import { Notice } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { getProfile } from "#lib/accounts/get-profile.ts";
import type { Ctx } from "#lib/context.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import { requestQuotesAction } from "../actions.ts";

/** What is filled in already, as a conversation prepares it. */
type Wish = Partial<Record<"quantity" | "note", string>>;

interface NewQuotePageProps {
  searchParams: Promise<Wish & { design?: string; atelier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quote.request");
  return { title: t("title") };
}

/** Asks one or several ateliers for a design: `/quotes/new?design=ID&atelier=ID&atelier=ID`, with `quantity` and `note` filled in. */
export default async function NewQuotePage({ searchParams }: NewQuotePageProps) {
  const { design: designId = "", atelier = [], quantity, note } = await searchParams;
  const wish = { ...(quantity && { quantity }), ...(note && { note }) };
  const ids = [atelier].flat();
  const query = new URLSearchParams([
    ["design", designId],
    ...ids.map((id) => ["atelier", id]),
    ...Object.entries(wish),
  ]);
  const ctx = await signedInContext(`/quotes/new?${query}`);
  const [design, ateliers, profile, { quote }, t] = await Promise.all([
    orNotFound(getDesign(ctx, { designId })),
    chosenAteliers(ctx, ids),
    getProfile(ctx),
    getMessages(),
    getTranslations("quote.request"),
  ]);
  const { revision } = design;
  const open = ateliers.filter(({ ownerId }) => ownerId !== null);
  const examples = ateliers.filter(({ ownerId }) => ownerId === null);
  const picture = revision.pictures[0];
  return (
    <main id="content" className="mx-auto grid w-full max-w-4xl gap-8 px-4 py-10 sm:px-6">
      <div className="flex items-start gap-5">
        {picture ? (
          <Picture
            src={picture.url}
            alt={revision.words ?? design.title}
            className="size-24 rounded-card bg-sunken object-cover sm:size-32"
          />
        ) : null}
        <div className="grid gap-2">
          <h1 className="text-2xl font-semibold">{t("title")}</h1>
          <p className="font-medium">{design.title}</p>
          <p className="max-w-xl text-sm text-muted">{t("text", { number: revision.number })}</p>
        </div>
      </div>
      {examples.length > 0 ? (
        <Notice tone="warn">
          {t("examples", {
            count: examples.length,
            names: examples.map(({ name }) => name).join(", "),
          })}
        </Notice>
      ) : null}
      {open.length === 0 ? (
        <EmptyState title={t("none")} text={t("noneText")}>
          <ButtonLink href={`/designs/${design.id}/make`}>{t("choose")}</ButtonLink>
        </EmptyState>
      ) : (
        <NextIntlClientProvider messages={{ quote }}>
          <RequestForm
            designId={design.id}
            revision={revision.number}
            ateliers={open.map(({ ownerId: _, ...atelier }) => atelier)}
            wish={{ currency: profile.currency, ...wish }}
            action={requestQuotesAction}
          />
        </NextIntlClientProvider>
      )}
    </main>
  );
}

const chosenAteliers = (ctx: Ctx, ids: string[]) =>
  ctx.db.atelier.findMany({
    where: { id: { in: ids }, status: "approved" },
    select: { id: true, name: true, place: true, country: true, ownerId: true },
  });
