import type { FigurineChanges } from "#lib/figurines/options.ts";
import type { Consent } from "./consent-fields.tsx";

/** What the service said no to, in its own words; with the figurine's id the photos are kept there. */
export class RefusedFigurine extends Error {
  readonly figurineId: string | null;

  constructor(message: string, figurineId: string | null) {
    super(message);
    this.figurineId = figurineId;
  }
}

interface Answer {
  figurine_id?: string;
  error?: { message?: string; details?: { figurine_id?: string } };
}

export interface NewFigurine {
  photos: readonly File[];
  consent: Consent;
  changes: FigurineChanges;
}

const SNAKE: Record<string, string> = {
  headShape: "head_shape",
  heightMm: "height_mm",
  skinColour: "skin_colour",
  hairColour: "hair_colour",
};

/** What is left to the photo is not sent. */
const given = (changes: FigurineChanges) =>
  Object.entries(changes).filter(([, value]) => value !== null && value !== undefined);

/** Sends photos and what to make of them. Answers the figurine's id; throws `RefusedFigurine`, or what fetch throws. */
export async function sendFigurine({ photos, consent, changes }: NewFigurine): Promise<string> {
  const form = new FormData();
  for (const photo of photos) form.append("photos", photo);
  for (const [name, value] of Object.entries(consent)) form.append(name, String(value));
  for (const [name, value] of given(changes)) {
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    form.append(SNAKE[name] ?? name, text);
  }
  const headers = { accept: "application/json", "idempotency-key": crypto.randomUUID() };
  const response = await fetch("/api/v1/figurines", { method: "POST", headers, body: form });
  return idOf(response);
}

/** Tries another crop on photos that are kept already. */
export async function sendCrop(figurineId: string, changes: FigurineChanges): Promise<string> {
  const body = Object.fromEntries(
    given(changes).map(([name, value]) => [SNAKE[name] ?? name, value]),
  );
  const headers = { accept: "application/json", "content-type": "application/json" };
  const address = `/api/v1/figurines/${figurineId}`;
  return idOf(await fetch(address, { method: "PATCH", headers, body: JSON.stringify(body) }));
}

async function idOf(response: Response): Promise<string> {
  const answer = (await response.json()) as Answer;
  if (response.ok && answer.figurine_id) return answer.figurine_id;
  throw new RefusedFigurine(
    answer.error?.message ?? String(response.status),
    answer.error?.details?.figurine_id ?? null,
  );
}
