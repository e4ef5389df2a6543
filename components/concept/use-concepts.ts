"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { type JobProgress, useJob } from "#components/design/use-job.ts";
import { toast } from "#components/ui/toast.tsx";
import type { ConceptJob } from "#lib/concepts/find-concept-job.ts";
import type { ActionResult } from "#lib/http/define-action.ts";
import type { ChosenEngine } from "#lib/jobs/types.ts";
import type { ConceptActions, Wish } from "./concept-actions.ts";

export interface ConceptsControl {
  /** The newest work, with why some of it failed. */
  job: JobProgress | null;
  busy: boolean;
  /** Asks for concepts; answers whether that was taken. */
  ask: (wish: Wish) => Promise<boolean>;
  again: (conceptId: string) => Promise<void>;
  /** Has what failed made once more, or on this machine where a provider has failed. */
  retry: (engine?: ChosenEngine) => Promise<void>;
  favour: (conceptId: string, favourite: boolean) => Promise<void>;
  adopt: (conceptId: string) => Promise<void>;
  enhance: (prompt: string, negativePrompt: string) => Promise<string | null>;
}

/** What the concepts page does, with the work it follows; refusals are told as toasts. */
export function useConcepts(
  designId: string,
  actions: ConceptActions,
  given: ConceptJob | null,
): ConceptsControl {
  const router = useRouter();
  const t = useTranslations("concept");
  const refresh = useCallback(() => router.refresh(), [router]);
  const [started, setStarted] = useState<JobProgress | null>(null);
  const [busy, setBusy] = useState(false);
  const isNewer = started !== null && started.jobId !== given?.jobId;
  const job = useJob(isNewer ? started : given, refresh);

  const run = async <T>(work: Promise<ActionResult<T>>): Promise<T | null> => {
    setBusy(true);
    const result = await work.catch(() => null);
    if (!result?.ok) toast(result?.error.message ?? t("unreachable"), "bad");
    setBusy(false);
    return result?.ok ? result.data : null;
  };
  const follow = (asked: { jobId: string } | null) => {
    if (asked) setStarted({ jobId: asked.jobId, status: "queued", progress: 0, message: null });
    return asked !== null;
  };
  return {
    job,
    busy,
    ask: async (wish) => follow(await run(actions.request({ ...wish, designId }))),
    async again(conceptId) {
      follow(await run(actions.again({ conceptId })));
    },
    async retry(engine) {
      const taskIds = given?.failedTaskIds ?? [];
      if (await run(actions.retry({ taskIds, ...(engine && { engine }) }))) refresh();
    },
    async favour(conceptId, favourite) {
      if (await run(actions.favour({ conceptId, favourite }))) refresh();
    },
    async adopt(conceptId) {
      const change = await run(actions.adopt({ conceptId }));
      if (!change) return;
      toast(t("adopted", { number: change.design.revision.number }), "good");
      if (change.isNewDesign) router.push(`/designs/${change.design.id}`);
      else refresh();
    },
    async enhance(prompt, negativePrompt) {
      const asked = { designId, prompt, ...(negativePrompt && { negativePrompt }) };
      return (await run(actions.enhance(asked)))?.enhancedPrompt ?? null;
    },
  };
}
