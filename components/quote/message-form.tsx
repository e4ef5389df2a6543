"use client";

import { useTranslations } from "next-intl";
import { TextAreaField } from "#components/ui/text-area.tsx";
import { FILE_INPUT, FileForm } from "./file-form.tsx";

/** Says something to the other side. */
export function MessageForm({ quoteId }: { quoteId: string }) {
  const t = useTranslations("quote.message");
  const texts = { submit: t("send"), sending: t("sending"), unreachable: t("unreachable") };
  return (
    <FileForm path={`/api/v1/quotes/${quoteId}/messages`} label={t("title")} texts={texts}>
      <TextAreaField name="text" label={t("text")} maxLength={4000} rows={2} />
      <input type="file" name="files" multiple aria-label={t("files")} className={FILE_INPUT} />
      <p className="text-xs text-muted">{t("filesHint")}</p>
    </FileForm>
  );
}
