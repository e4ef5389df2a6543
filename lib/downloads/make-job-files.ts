import type { Ctx } from "#lib/context.ts";
import { makeFile, makeFiles } from "#lib/designs/make-file.ts";
import { notFound } from "#lib/shared/errors.ts";
import { listOfferedFiles } from "./list-offered-files.ts";

/** Makes every file that a job can make and has not. Throws `not_found`, and what building throws. */
export async function makeJobFiles(ctx: Ctx, jobId: string): Promise<void> {
  const offered = await listOfferedFiles(ctx, jobId);
  const [first] = offered;
  if (!first) return;
  const { designId, revisionNumber } = first;
  await makeFiles(ctx, { designId, revisionNumber, formats: offered.map(({ format }) => format) });
}

/** Makes one of them by its name. Throws `not_found`, and what building throws. */
export async function makeJobFile(ctx: Ctx, jobId: string, filename: string) {
  const offered = await listOfferedFiles(ctx, jobId);
  const file = offered.find((one) => one.filename === filename);
  if (!file) throw notFound("file");
  return makeFile(ctx, file);
}
