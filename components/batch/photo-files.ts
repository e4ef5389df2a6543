/** Why a file is not sent, as a key of the texts. */
export type Refusal = "too_large" | "unsupported_type" | "empty" | "too_many";

export interface ChosenPhoto {
  id: string;
  file: File;
  /** Address of its thumbnail; null for what is no picture. */
  previewUrl: string | null;
  refusal: Refusal | null;
}

export interface PhotoLimits {
  photos: number;
  bytes: number;
}

/** First bytes of JPEG, PNG and of WebP's container. */
const SIGNATURES = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x52, 0x49, 0x46, 0x46],
];

/** The files a person chose, after those chosen before: each judged by its size and its first bytes, not its name. */
export async function choosePhotos(
  before: readonly ChosenPhoto[],
  files: readonly File[],
  limits: PhotoLimits,
): Promise<ChosenPhoto[]> {
  let good = before.filter(({ refusal }) => refusal === null).length;
  const chosen: ChosenPhoto[] = [...before];
  for (const file of files) {
    const refusal = (await refusalOf(file, limits)) ?? (good >= limits.photos ? "too_many" : null);
    if (refusal === null) good += 1;
    const isPicture = refusal !== "unsupported_type" && refusal !== "empty";
    const previewUrl = isPicture ? URL.createObjectURL(file) : null;
    chosen.push({ id: crypto.randomUUID(), file, previewUrl, refusal });
  }
  return chosen;
}

async function refusalOf(file: File, limits: PhotoLimits): Promise<Refusal | null> {
  if (file.size === 0) return "empty";
  if (file.size > limits.bytes) return "too_large";
  const first = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const isKnown = SIGNATURES.some((bytes) => bytes.every((byte, index) => first[index] === byte));
  return isKnown ? null : "unsupported_type";
}
