import { FOREIGN_FORMATS, type ForeignFormat } from "./types.ts";

/** The format by what the file begins with, else by its name's ending; null when neither tells. */
export function formatOf(bytes: Uint8Array, filename = ""): ForeignFormat | null {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (start === "glTF") return "glb";
  if (start === "PK\x03\x04") return "3mf";
  const ending = filename.toLowerCase().split(".").at(-1);
  return FOREIGN_FORMATS.find((format) => format === ending) ?? (start === "soli" ? "stl" : null);
}
