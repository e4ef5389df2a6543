import { AppError } from "../../shared/errors.ts";
import { formatOf } from "./format-of.ts";
import type { GlbPictures } from "./glb-pictures.ts";
import { read3mf } from "./read-3mf.ts";
import { readGlb } from "./read-glb.ts";
import { readObj } from "./read-obj.ts";
import { readStl } from "./read-stl.ts";
import { unsupportedFile } from "./refusals.ts";
import { soundMesh } from "./sound-mesh.ts";
import { FOREIGN_FORMATS, type ForeignMesh } from "./types.ts";

const READERS = { stl: readStl, obj: readObj, "3mf": read3mf } as const;

/**
 * The mesh of a file: STL (binary or text), OBJ, GLB or 3MF, read in time and memory that grow with the file alone.
 * A GLB's pictures come decoded, see `glbPictures`; without them its surface has the colours of its numbers alone.
 * Throws `unsupported_type`, `too_large` (over two million triangles, or more when unpacked than is worked with), or
 * `invalid_input` naming what is wrong: cut short, coordinates that are no numbers, indices that are no vertex.
 */
export function importMesh(
  bytes: Uint8Array,
  filename?: string,
  pictures?: GlbPictures,
): ForeignMesh {
  const format = formatOf(bytes, filename);
  if (!format) {
    throw new AppError("unsupported_type", "A model comes as STL, OBJ, GLB or 3MF.", {
      details: { allowed: FOREIGN_FORMATS },
    });
  }
  if (bytes.length === 0) throw unsupportedFile(format, "It is empty.");
  const read = format === "glb" ? readGlb(bytes, pictures) : READERS[format](bytes);
  const mesh = soundMesh(format, read);
  return { format, mesh, isSizeKnown: format === "glb" || format === "3mf" };
}
