import { RefusedFile, sendPastApp } from "#components/upload/send-past-app.ts";

export const PICTURE_TYPES = "image/jpeg,image/png,image/webp";

/** A picture that was stored. */
export interface UploadedPicture {
  id: string;
  url: string;
}

/** `fields` are what the service shall know of it beside the file. The stored picture, or why it was refused: in the service's words, or `failure` where it could not be reached. */
export async function uploadPicture(
  file: File,
  failure: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<UploadedPicture | string> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", file);
  try {
    const answer = await fetch("/api/v1/images", { method: "POST", body: await sendPastApp(body) });
    const data = (await answer.json()) as {
      id?: string;
      url?: string;
      error?: { message?: string };
    };
    if (!answer.ok || !data.id || !data.url) return data.error?.message ?? failure;
    return { id: data.id, url: data.url };
  } catch (error) {
    return error instanceof RefusedFile && error.message ? error.message : failure;
  }
}
