import { AppError, invalidInput } from "../../shared/errors.ts";
import { type ForeignFormat, IMPORT_LIMITS } from "./types.ts";

const NAMES: Record<ForeignFormat, string> = { stl: "STL", obj: "OBJ", glb: "GLB", "3mf": "3MF" };

/** `invalid_input`: the file is not what its format asks for. `reason` is a sentence. */
export const brokenFile = (
  format: ForeignFormat,
  reason: string,
  details: Record<string, unknown> = {},
) =>
  invalidInput(`This ${NAMES[format]} file cannot be read. ${reason}`, {
    details: { format, ...details },
  });

/** `too_large`: more triangles than is worked with. */
export const tooManyTriangles = (triangles: number) =>
  new AppError(
    "too_large",
    `The model has more than ${IMPORT_LIMITS.triangles.toLocaleString("en")} triangles, which is the most. Simplify it and try again.`,
    { details: { triangles, maximum: IMPORT_LIMITS.triangles } },
  );

/** `too_large`: unpacks to, or places, more than is worked with. */
export const tooMuch = (format: ForeignFormat, what: string, maximum: number) =>
  new AppError("too_large", `This ${NAMES[format]} file holds too much: ${what}.`, {
    details: { format, maximum },
  });

/** `unsupported_type`: sound, but packed in a way that is not read here. */
export const unsupportedFile = (format: ForeignFormat, reason: string) =>
  new AppError("unsupported_type", `This ${NAMES[format]} file cannot be read. ${reason}`, {
    details: { format },
  });
