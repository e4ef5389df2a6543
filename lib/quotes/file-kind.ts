const startsWith = (bytes: Uint8Array, text: string) =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** A binary STL is 84 bytes and 50 a triangle; its header may say anything. */
const STL_HEAD_BYTES = 84;
const STL_TRIANGLE_BYTES = 50;

function isBinaryStl(head: Uint8Array, bytes: number): boolean {
  if (head.byteLength < STL_HEAD_BYTES) return false;
  const triangles = new DataView(head.buffer, head.byteOffset).getUint32(80, true);
  return bytes === STL_HEAD_BYTES + triangles * STL_TRIANGLE_BYTES;
}

function isTextStl(head: Uint8Array): boolean {
  const text = new TextDecoder("latin1").decode(head);
  return /^\s*solid\b/.test(text) && /\bfacet\s+normal\b/.test(text);
}

/** What can be sent, in words. */
export const READABLE_KINDS = "JPEG, PNG, WebP, PDF, STL, 3MF, GLB";

/** The media type a file's first bytes and size say it has, pictures aside; null for anything that is not taken. */
export function fileKind(head: Uint8Array, bytes: number): string | null {
  if (startsWith(head, "%PDF-")) return "application/pdf";
  if (startsWith(head, "glTF")) return "model/gltf-binary";
  if (startsWith(head, "PK\u0003\u0004")) return "model/3mf";
  return isBinaryStl(head, bytes) || isTextStl(head) ? "model/stl" : null;
}
