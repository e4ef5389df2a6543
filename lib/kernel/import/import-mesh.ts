import { AppError } from "../../shared/errors.ts";
import { read3mf } from "./read-3mf.ts";
import { readGlb } from "./read-glb.ts";
import { readObj } from "./read-obj.ts";
import { readStl } from "./read-stl.ts";
import { unsupportedFile } from "./refusals.ts";
import { soundMesh } from "./sound-mesh.ts";
import { FOREIGN_FORMATS, type ForeignFormat, type ForeignMesh } from "./types.ts";

const READERS = { stl: readStl, obj: readObj, glb: readGlb, "3mf": read3mf } as const;

/** The format by what the file begins with, else by its name's ending; null when neither tells. */
export function formatOf(bytes: Uint8Array, filename = ""): ForeignFormat | null {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (start === "glTF") return "glb";
  if (start === "PK\x03\x04") return "3mf";
  const ending = filename.toLowerCase().split(".").at(-1);
  return FOREIGN_FORMATS.find((format) => format === ending) ?? (start === "soli" ? "stl" : null);
}

/**
 * The mesh of a file: STL (binary or text), OBJ, GLB or 3MF, read in time and memory that grow with the file alone.
 * Throws `unsupported_type`, `too_large` (over two million triangles, or more when unpacked than is worked with), or
 * `invalid_input` naming what is wrong: cut short, coordinates that are no numbers, indices that are no vertex.
 */
export function importMesh(bytes: Uint8Array, filename?: string): ForeignMesh {
  const format = formatOf(bytes, filename);
  if (!format) {
    throw new AppError("unsupported_type", "A model comes as STL, OBJ, GLB or 3MF.", {
      details: { allowed: FOREIGN_FORMATS },
    });
  }
  if (bytes.length === 0) throw unsupportedFile(format, "It is empty.");
  const mesh = soundMesh(format, READERS[format](bytes));
  return { format, mesh, isSizeKnown: format === "glb" || format === "3mf" };
}
