"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { sendFeed } from "./send-feed.ts";

/** Sends a feed and leads to its report. */
export function ImportForm() {
  const t = useTranslations("shop.admin");
  const router = useRouter();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(null);
    setShare(0);
    const sent = await sendFeed(new FormData(event.currentTarget), setShare);
    if ("importId" in sent) router.push(`/shop/admin/imports/${sent.importId}`);
    else {
      setProblem(sent.problem);
      setShare(null);
    }
  };

  return (
    <form onSubmit={send} className="grid gap-4">
      <Field id="feed" label={t("file")}>
        {(control) => (
          <input
            {...control}
            name="file"
            type="file"
            required
            accept=".csv,.tsv,.txt,.jsonl,.ndjson,.xml"
            className="max-w-full text-sm text-muted file:mr-3 file:h-9 file:cursor-pointer file:rounded-control file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink"
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="catalog" label={t("catalog")}>
          {(control) => (
            <Input
              {...control}
              name="catalog"
              defaultValue="main"
              pattern="[a-z0-9\-]{1,40}"
              required
            />
          )}
        </Field>
        <Field id="currency" label={t("currency")}>
          {(control) => (
            <Input {...control} name="currency" defaultValue="EUR" pattern="[A-Za-z]{3}" required />
          )}
        </Field>
      </div>
      {(["dryRun", "replace"] as const).map((name) => (
        <label key={name} className="flex items-start gap-2.5 text-sm">
          <input
            type="checkbox"
            name={name === "dryRun" ? "dry_run" : name}
            value="true"
            defaultChecked={name === "dryRun"}
            className="mt-0.5 size-4 accent-(--accent)"
          />
          {t(name)}
        </label>
      ))}
      {problem && (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      )}
      {share === null ? (
        <Button type="submit">{t("start")}</Button>
      ) : (
        <Progress value={share} label={t("sending", { percent: Math.round(share * 100) })} />
      )}
    </form>
  );
}
