import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { FigurineActions } from "#components/figurine/figurine-actions.ts";
import { FigurineBoard } from "#components/figurine/figurine-board.tsx";
import { env } from "#lib/env.ts";
import { extraFields } from "#lib/figurines/extra-fields.ts";
import { getFigurine } from "#lib/figurines/get-figurine.ts";
import { taskSaidIn } from "#lib/jobs/said-in.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import { approveFigurineAction, deleteFigurineAction, reviseFigurineAction } from "../actions.ts";

interface FigurinePageProps {
  params: Promise<{ figurineId: string }>;
}

const ACTIONS: FigurineActions = {
  revise: reviseFigurineAction,
  approve: approveFigurineAction,
  remove: deleteFigurineAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("figurine");
  return { title: t("title"), description: t("description") };
}

/** One figurine: its stages while they are made, its scores and its proof. */
export default async function FigurinePage({ params }: FigurinePageProps) {
  const { figurineId } = await params;
  const ctx = await signedInContext(`/figurines/${figurineId}`);
  const [{ figurine, viewer }, locale, view] = await Promise.all([
    getMessages(),
    getLocale(),
    orNotFound(getFigurine(ctx, figurineId)),
  ]);
  return (
    <main id="content" className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6">
      <NextIntlClientProvider messages={{ figurine, viewer }}>
        <FigurineBoard
          figurine={{ ...view, stages: view.stages.map((stage) => taskSaidIn(locale, stage)) }}
          retentionHours={env().FACE_RETENTION_HOURS}
          extra={extraFields(locale)}
          actions={ACTIONS}
        />
      </NextIntlClientProvider>
    </main>
  );
}
