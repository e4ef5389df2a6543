import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { BatchActions } from "#components/batch/batch-actions.ts";
import { BatchBoard } from "#components/batch/batch-board.tsx";
import { getBatch } from "#lib/batches/get-batch.ts";
import { taskSaidIn } from "#lib/jobs/said-in.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import { retryTasksAction } from "../../actions.ts";
import {
  cancelBatchAction,
  cancelPhotoAction,
  correctMaskAction,
  deleteBatchAction,
} from "../actions.ts";

interface BatchPageProps {
  params: Promise<{ batchId: string }>;
}

const ACTIONS: BatchActions = {
  cancel: cancelBatchAction,
  cancelPhoto: cancelPhotoAction,
  remove: deleteBatchAction,
  retry: retryTasksAction,
  correct: correctMaskAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("batch");
  return { title: t("title"), description: t("description") };
}

/** One batch: each photo with its progress, its model and its files. */
export default async function BatchPage({ params }: BatchPageProps) {
  const { batchId } = await params;
  const ctx = await signedInContext(`/batches/${batchId}`);
  const [{ batch, viewer }, locale, view] = await Promise.all([
    getMessages(),
    getLocale(),
    orNotFound(getBatch(ctx, batchId)),
  ]);
  return (
    <main id="content" className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6">
      <NextIntlClientProvider messages={{ batch, viewer }}>
        <BatchBoard
          batch={{
            ...view,
            items: view.items.map((item) => ({ ...item, task: taskSaidIn(locale, item.task) })),
          }}
          actions={ACTIONS}
        />
      </NextIntlClientProvider>
    </main>
  );
}
