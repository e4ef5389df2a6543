import { getLocale } from "next-intl/server";
import type { WorkbenchData } from "#components/design/workbench.tsx";
import type { Ctx } from "#lib/context.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { listDesignJobs } from "#lib/designs/list-design-jobs.ts";
import { listRevisions } from "#lib/designs/list-revisions.ts";
import { modelAgainOf } from "#lib/designs/model-again.ts";
import { fieldsOf } from "#lib/kinds/read/fields.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { fieldsIn } from "#lib/kinds/tongues/labels/index.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";

/** Revisions a history shows at once. */
const HISTORY = 50;

/** All that the workbench shows of a design. Throws `not_found`. */
export async function workbenchData(ctx: Ctx, designId: string): Promise<WorkbenchData> {
  const design = await getDesign(ctx, { designId });
  const locale = await getLocale();
  const [revisions, jobs] = await Promise.all([
    listRevisions(ctx, { designId, limit: HISTORY }),
    listDesignJobs(ctx, { designId, revisionId: design.revision.id }),
  ]);
  return {
    design,
    revisions: revisions.items,
    fields: fieldsIn(locale, fieldsOf(getKind(design.kind).schema)),
    jobs: jobs.map((job) => ({ ...job, message: job.message && sentenceIn(locale, job.message) })),
    again: sentenceIn(locale, modelAgainOf(ctx, design.kind, design.revision).message),
  };
}
