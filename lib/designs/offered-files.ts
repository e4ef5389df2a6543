import type { Ctx } from "#lib/context.ts";
import { fileNameOf } from "#lib/kernel/export/file-names.ts";
import { findAlloy } from "#lib/shared/alloys.ts";
import { MODEL_FORMATS } from "./model-formats.ts";
import { measuresOf, type RevisionRow, specOf } from "./row.ts";
import type { DesignFile } from "./types.ts";

/** A file that is not made yet: it is when it is first asked for. */
export type OfferedFile = Omit<DesignFile, "format"> & { format: (typeof MODEL_FORMATS)[number] };

type OfferingRow = Pick<RevisionRow, "designId" | "number" | "spec" | "measures" | "engine"> & {
  files: readonly { format: string }[];
};

/**
 * Files of a revision that can be had beside those that are made: of what this house's engine builds. What a provider
 * made cannot be made again; all its files were written at once.
 */
export function offeredFiles(
  ctx: { adapters: Pick<Ctx["adapters"], "inference"> },
  kind: string,
  row: OfferingRow,
): OfferedFile[] {
  const measures = measuresOf(row);
  const isOwn = row.engine === ctx.adapters.inference.engine.name;
  if (!specOf(row) || !measures || !isOwn) return [];
  const made = new Set(row.files.map(({ format }) => format));
  const cast = measures.madeOf.some(({ material }) => findAlloy(material));
  return MODEL_FORMATS.filter((format) => !made.has(format)).map((format) => ({
    ...fileNameOf(format, { kind, cast }),
    format,
    url: `/api/v1/designs/${row.designId}/files/${format}?revision=${row.number}`,
    bytes: null,
    sha256: null,
  }));
}
