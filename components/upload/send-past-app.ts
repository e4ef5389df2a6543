/** Forms up to this size go through the app: hosts cut requests at 4.5 MB. */
const LARGEST_FORM_BYTES = 4_000_000;

interface UploadLink {
  upload_id: string;
  url: string;
  headers: Record<string, string>;
}

interface Refusal {
  error?: { message?: string };
}

/** A refusal in the service's own words. */
export class RefusedFile extends Error {}

/**
 * The form to send: as it is while it is small or the app takes large ones, else with its files sent to the file
 * store and named in the field `uploads`. `tell` hears how many of them are there, 0 to 1.
 */
export async function sendPastApp(
  form: FormData,
  tell: (share: number) => void = () => {},
): Promise<FormData> {
  const files = [...form].filter((entry): entry is [string, File] => entry[1] instanceof File);
  const total = files.reduce((sum, [, file]) => sum + file.size, 0);
  if (total <= LARGEST_FORM_BYTES) return form;
  const uploads: { upload_id: string; filename: string }[] = [];
  for (const [index, [, file]] of files.entries()) {
    const link = await linkFor(file);
    if (!link) return form;
    await put(file, link);
    uploads.push({ upload_id: link.upload_id, filename: file.name });
    tell((index + 1) / files.length);
  }
  const small = new FormData();
  for (const [name, value] of form) if (typeof value === "string") small.append(name, value);
  small.append("uploads", JSON.stringify(uploads));
  return small;
}

async function linkFor(file: File): Promise<UploadLink | null> {
  const content_type = file.type || "application/octet-stream";
  const answer = await fetch("/api/v1/uploads", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ content_type, bytes: file.size }),
  });
  const body = (await answer.json()) as { upload: UploadLink | null } & Refusal;
  if (!answer.ok) throw new RefusedFile(body.error?.message);
  return body.upload;
}

async function put(file: File, link: UploadLink): Promise<void> {
  const answer = await fetch(link.url, { method: "PUT", headers: link.headers, body: file });
  if (!answer.ok) throw new Error(`The file store answered ${answer.status}.`);
}
