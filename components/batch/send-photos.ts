export interface SentBatch {
  jobId: string;
}

export class RefusedUpload extends Error {}

interface ErrorAnswer {
  error?: { message?: string };
}

/** The key under which a content was sent last. */
export interface SendKey {
  content: string;
  key: string;
}

/** The same key for the same content: what is sent again after a broken line is taken once. */
export function sendKey(last: SendKey | null, form: FormData): SendKey {
  const content = JSON.stringify([...form].map(([name, value]) => [name, asText(value)]));
  return last?.content === content ? last : { content, key: crypto.randomUUID() };
}

const asText = (value: FormDataEntryValue) =>
  typeof value === "string" ? value : [value.name, value.size, value.lastModified];

/**
 * Sends a form of photos and tells how much of it is on its way, 0 to 1: `fetch` cannot. Rejects with the service's
 * own words, or a plain Error where it could not be reached.
 */
export function sendPhotos(
  form: FormData,
  { key }: SendKey,
  tell: (share: number) => void,
): Promise<SentBatch> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/upload");
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("idempotency-key", key);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Error("unreachable"));
    request.onload = () => {
      const answer = request.response as ({ job_id?: string } & ErrorAnswer) | null;
      if (request.status === 202 && answer?.job_id) resolve({ jobId: answer.job_id });
      else reject(new RefusedUpload(answer?.error?.message ?? String(request.status)));
    };
    request.send(form);
  });
}
