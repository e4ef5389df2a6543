import { z } from "zod";
import { createImport, importOptions } from "#lib/catalog/create-import.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { acceptedForm, acceptedJob } from "#lib/jobs/accepted.ts";

/** A million rows with long texts. */
const FEED_BYTES = 2 * 1024 * 1024 * 1024;

export const POST = defineRoute({
  auth: { scope: "write" },
  body: "multipart",
  multipart: { files: 1, fileBytes: FEED_BYTES },
  limit: { name: "catalog-import", points: 20, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/catalog/imports",
    summary:
      "Import a feed of products (admins): CSV, JSON Lines or Google Merchant XML in the field `file`",
    description:
      "Options: `catalog`, `format` (csv, jsonl, xml), `dry_run`, `replace` (withdraw what the feed lacks), `currency` and " +
      "`brand` for rows that name none. Good rows take effect at once when all are read; bad ones are listed and skipped.",
    tags: ["Shop"],
    responses: { 202: acceptedForm.extend({ importId: z.string() }) },
  },
  async handle({ ctx, body }) {
    const options = parseInput(importOptions, body.fields);
    const { importId, jobId } = await createImport(ctx, { file: body.files[0], options });
    const accepted = await acceptedJob(ctx, jobId, "The feed is being read.");
    return answer(202, { ...accepted, importId });
  },
});
