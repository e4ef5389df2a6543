import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { NewFigurine } from "#components/figurine/new-figurine.tsx";
import { env } from "#lib/env.ts";
import { extraFields } from "#lib/figurines/extra-fields.ts";
import { stylingProvider } from "#lib/figurines/get-figurine.ts";
import { STANDARD_INPUT } from "#lib/figurines/options.ts";
import { signedInContext } from "../../access.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("figurine");
  return { title: t("new.title"), description: t("description") };
}

/** Where a face photo is chosen, cropped and sent. */
export default async function NewFigurinePage() {
  const ctx = await signedInContext("/figurines/new");
  const [t, { figurine, viewer }] = await Promise.all([
    getTranslations("figurine.new"),
    getMessages(),
  ]);
  const { MAX_FILE_SIZE, FACE_RETENTION_HOURS, UPLOAD_RETENTION_DAYS } = env();
  return (
    <main id="content" className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-10 sm:px-6">
      <div className="grid gap-2">
        <h1 className="text-2xl font-semibold">{t("title")}</h1>
        <p className="max-w-2xl text-muted">{t("text")}</p>
      </div>
      <NextIntlClientProvider messages={{ figurine, viewer }}>
        <NewFigurine
          megabytes={MAX_FILE_SIZE / 1024 / 1024}
          standard={STANDARD_INPUT}
          extra={extraFields(await getLocale())}
          provider={stylingProvider(ctx)}
        />
      </NextIntlClientProvider>
      <p className="text-xs text-muted">
        {t("kept", { hours: FACE_RETENTION_HOURS, days: UPLOAD_RETENTION_DAYS })}
      </p>
    </main>
  );
}
