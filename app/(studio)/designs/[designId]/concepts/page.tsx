import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ConceptActions } from "#components/concept/concept-actions.ts";
import { ConceptsScreen } from "#components/concept/concepts-screen.tsx";
import type { ShownPicture } from "#components/concept/shown-picture.ts";
import { heroFirst } from "#components/design/hero-first.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { findConceptJob } from "#lib/concepts/find-concept-job.ts";
import { listConcepts } from "#lib/concepts/list-concepts.ts";
import type { ConceptView } from "#lib/concepts/types.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import type { DesignView } from "#lib/designs/types.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";
import { orNotFound, signedInContext } from "../../../access.ts";
import { retryTasksAction } from "../../../actions.ts";
import {
  adoptConceptAction,
  enhancePromptAction,
  favourConceptAction,
  makeAgainAction,
  requestConceptsAction,
} from "./actions.ts";

interface ConceptsPageProps {
  params: Promise<{ designId: string }>;
  searchParams: Promise<{ cursor?: string }>;
}

const ACTIONS: ConceptActions = {
  request: requestConceptsAction,
  enhance: enhancePromptAction,
  adopt: adoptConceptAction,
  favour: favourConceptAction,
  again: makeAgainAction,
  retry: retryTasksAction,
};

/** Concepts a page shows. */
const SHOWN = 60;

export async function generateMetadata({
  params,
}: Pick<ConceptsPageProps, "params">): Promise<Metadata> {
  const { designId } = await params;
  const ctx = await signedInContext(`/designs/${designId}/concepts`);
  const { title } = await orNotFound(getDesign(ctx, { designId }));
  const t = await getTranslations("concept");
  return { title: `${t("title")}: ${title}`, description: t("description", { title }) };
}

/** Concept pictures of one design. */
export default async function ConceptsPage({ params, searchParams }: ConceptsPageProps) {
  const [{ designId }, { cursor }] = await Promise.all([params, searchParams]);
  const ctx = await signedInContext(`/designs/${designId}/concepts`);
  const [view, { items, nextCursor }, job, { concept, design }, t, locale] = await Promise.all([
    orNotFound(getDesign(ctx, { designId })),
    orNotFound(listConcepts(ctx, { designId, limit: SHOWN, ...(cursor && { cursor }) })),
    findConceptJob(ctx, { designId }),
    getMessages(),
    getTranslations("concept"),
    getLocale(),
  ]);
  const { inference } = ctx.adapters;
  return (
    <main id="content" className="mx-auto grid w-full max-w-[96rem] gap-6 px-4 py-8 sm:px-6">
      <header className="grid gap-1">
        <Link href={`/designs/${designId}`} className={`${TEXT_LINK} justify-self-start text-sm`}>
          {t("back")}
        </Link>
        <h1 className="text-2xl font-semibold">
          {t("title")}: {view.title}
        </h1>
      </header>
      <NextIntlClientProvider
        messages={{ concept, design: { job: design.job, lineage: design.lineage } }}
      >
        <ConceptsScreen
          designId={designId}
          base={baseOf(view, t("asItIs"))}
          concepts={items.map((one) => inLanguage(one, locale))}
          job={job && { ...job, message: job.message && sentenceIn(locale, job.message) }}
          currency={view.revision.price?.currency ?? "EUR"}
          hasProvider={inference.provider !== null && inference.offers("text-to-image")}
          actions={ACTIONS}
        />
      </NextIntlClientProvider>
      {nextCursor && (
        <ButtonLink
          href={`/designs/${designId}/concepts?cursor=${encodeURIComponent(nextCursor)}`}
          look="secondary"
          className="justify-self-center"
        >
          {t("gallery.older")}
        </ButtonLink>
      )}
    </main>
  );
}

/** What is told of a concept, in the language of the page. */
const inLanguage = (concept: ConceptView, locale: string): ConceptView => ({
  ...concept,
  notes: concept.notes.map((note) => ({ ...note, message: sentenceIn(locale, note.message) })),
  again: { ...concept.again, message: sentenceIn(locale, concept.again.message) },
});

/** The newest revision's main picture. */
function baseOf({ revision }: DesignView, name: string): ShownPicture | null {
  const stills = heroFirst(revision.pictures).filter(({ view }) => view !== "turntable");
  const [first] = stills;
  return first ? { ...first, id: "base", imageId: first.id, name } : null;
}
