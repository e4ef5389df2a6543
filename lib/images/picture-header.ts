/** Formats a picture may come in. */
export type PictureFormat = "jpeg" | "png" | "webp";

export const MEDIA_TYPES: Record<PictureFormat, string> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
};

const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_MAGIC = [0xff, 0xd8, 0xff];

/** The format the first bytes prove, whatever name or type the file came under; null for any other file. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  if (startsWith(bytes, PNG_MAGIC)) return "png";
  if (startsWith(bytes, JPEG_MAGIC)) return "jpeg";
  const isRiff = startsWith(bytes, ascii("RIFF"));
  return isRiff && startsWith(bytes.subarray(8), ascii("WEBP")) ? "webp" : null;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
