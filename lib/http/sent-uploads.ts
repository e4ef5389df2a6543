import path from "node:path";
import { z } from "zod";
import type { Ctx } from "../context.ts";
import { env } from "../env.ts";
import { type AppError, invalidInput } from "../shared/errors.ts";
import { uploadPlace } from "../uploads/place.ts";
import { tooLarge } from "./body.ts";
import { cleanText } from "./clean-text.ts";
import { type MultipartLimits, type ReceivedForm, storeFile, tooMany } from "./multipart.ts";

const MOST_FILES = 25;

const sentUploads = z.array(
  z.object({ upload_id: z.uuid(), filename: z.string().max(300).default("") }),
);

/**
 * Adds to a form the files its field `uploads` names, which the browser sent to the file store itself: a JSON
 * list of `{upload_id, filename}`. They stay where they are for an hour, so that a request repeated under its key is
 * the same request. Throws `invalid_input` where one did not arrive.
 */
export async function takeSentUploads(
  ctx: Ctx,
  form: ReceivedForm,
  limits: MultipartLimits = {},
): Promise<void> {
  const { uploads, ...fields } = form.body.fields;
  if (uploads === undefined) return;
  form.body.fields = fields;
  const sent = readList(uploads);
  const most = limits.files ?? MOST_FILES;
  if (form.body.files.length + sent.length > most) throw tooMany(most);
  for (const { upload_id, filename } of sent) {
    await takeOne(ctx, form, { place: uploadPlace(ctx.actor, upload_id), filename, limits });
  }
}

function readList(text: string): z.output<typeof sentUploads> {
  try {
    return sentUploads.parse(JSON.parse(text));
  } catch (cause) {
    throw invalidInput("The field `uploads` is a JSON list of {upload_id, filename}.", {
      cause,
      details: { field: "uploads" },
    });
  }
}

interface SentFile {
  place: string;
  filename: string;
  limits: MultipartLimits;
}

async function takeOne(
  ctx: Ctx,
  form: ReceivedForm,
  { place, filename, limits }: SentFile,
): Promise<void> {
  const stream = await ctx.adapters.blob.directUploads?.open(place);
  if (!stream) throw notArrived(filename);
  const { fileBytes = env().MAX_FILE_SIZE, oversize = "refuse" } = limits;
  const target = path.join(form.folder, `sent-${form.body.files.length}`);
  const file = { field: "files", filename: cleanText(filename), mediaType: "" };
  const stored = await storeFile(stream, target, { ...file, fileBytes });
  if (stored.isTruncated && oversize === "refuse") throw tooLarge(fileBytes, filename);
  form.body.files.push(stored);
}

const notArrived = (filename: string): AppError =>
  invalidInput(`"${filename || "A file"}" did not arrive. Send it once more.`, {
    details: { field: "uploads" },
  });
