import type { Metadata } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { UploadForm } from "#components/batch/upload-form.tsx";
import { MOST_PHOTOS } from "#lib/batches/options.ts";
import { env } from "#lib/env.ts";
import { NOTICE_COOKIE, readNotice } from "#lib/http/notice.ts";
import { signedInContext } from "../../access.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("batch");
  return { title: t("title"), description: t("description") };
}

/** Where photos are chosen and sent. */
export default async function NewBatchPage() {
  await signedInContext("/batches/new");
  const [t, { batch }, jar] = await Promise.all([
    getTranslations("batch.new"),
    getMessages(),
    cookies(),
  ]);
  const { MAX_FILE_SIZE, UPLOAD_RETENTION_DAYS, RESULT_RETENTION_DAYS } = env();
  return (
    <main id="content" className="mx-auto grid w-full max-w-5xl gap-8 px-4 py-10 sm:px-6">
      <div className="grid gap-2">
        <h1 className="text-2xl font-semibold">{t("title")}</h1>
        <p className="max-w-2xl text-muted">{t("text")}</p>
      </div>
      <NextIntlClientProvider messages={{ batch }}>
        <UploadForm
          limits={{ photos: MOST_PHOTOS, bytes: MAX_FILE_SIZE }}
          problem={readNotice(jar.get(NOTICE_COOKIE)?.value)}
        />
      </NextIntlClientProvider>
      <p className="text-xs text-muted">
        {t("kept", { photos: UPLOAD_RETENTION_DAYS, models: RESULT_RETENTION_DAYS })}
      </p>
    </main>
  );
}
