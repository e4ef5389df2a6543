import { requestSizeRun } from "#lib/designs/request-size-run.ts";
import { sizeRangeForm } from "#lib/designs/size-run-wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { acceptedForm, acceptedJob } from "#lib/jobs/accepted.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: sizeRangeForm,
  limit: { name: "size-run", points: 20, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/designs/{id}/size-run",
    summary: "The newest revision in every size of a range, as one ZIP with gram and price tables",
    description:
      "Stones and their seats stay as they are. The ZIP is the job's one file: `/api/v1/download/{job_id}/all` answers a link to it once the job has succeeded. A size that the rules refuse is a line of the tables; a run in which all are refused fails.",
    tags: ["Designs"],
    responses: { 202: acceptedForm },
  },
  async handle({ ctx, params, body, effectId }) {
    const jobId = await requestSizeRun(ctx, { designId: params.id, ...body, effectId });
    return answer(202, await acceptedJob(ctx, jobId, "The sizes are being made."));
  },
});
