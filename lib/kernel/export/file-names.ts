import type { ExportFile, ModelFormat, Purpose } from "./types.ts";

type FileFormat = ModelFormat | "pdf" | "manifest";

/** What each format is for, and how its files are called after the kind. */
const FORMATS: Record<FileFormat, { purpose: Purpose; ending: string }> = {
  "3mf": { purpose: "print", ending: "print.3mf" },
  stl: { purpose: "cast", ending: "cast.stl" },
  glb: { purpose: "view", ending: "view.glb" },
  usdz: { purpose: "view", ending: "view.usdz" },
  obj: { purpose: "view", ending: "view-obj.zip" },
  svg: { purpose: "document", ending: "views.svg" },
  pdf: { purpose: "document", ending: "sheet.pdf" },
  manifest: { purpose: "document", ending: "manifest.json" },
};

/** STL is what casters take; of what no caster makes it is for older printers. */
const PRINTED_STL = { purpose: "print", ending: "print.stl" } as const;

/** Name and purpose of a piece's file, known before it is written. */
export function fileNameOf(
  format: FileFormat,
  { kind, cast }: { kind: string; cast: boolean },
): Pick<ExportFile, "format" | "filename" | "purpose"> {
  const { purpose, ending } = format === "stl" && !cast ? PRINTED_STL : FORMATS[format];
  return { format, filename: `${kind}-${ending}`, purpose };
}
