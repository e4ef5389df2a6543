import { z } from "zod";
import { designChangeForm } from "./wire.ts";

/** Largest model file, bytes. */
export const MODEL_FILE_BYTES = 64 * 2 ** 20;

/** Text fields beside an imported file. */
export const importFields = z.object({
  heightMm: z.coerce.number().positive().optional(),
  material: z.string().optional(),
});

const count = z.number().int();
const place = z.tuple([z.number(), z.number(), z.number()]).nullable();
const defectsForm = z.object({
  isWatertight: z.boolean(),
  openEdges: count,
  holes: count,
  nonManifoldEdges: count,
  flippedFaces: count,
  degenerateFaces: count,
  shells: count,
  innerShells: count,
  overlaps: count,
  notCompared: count,
  volumeMm3: z.number(),
  places: z.object({ hole: place, overlap: place, inner: place, flipped: place }),
});

/** An imported design as the API answers it. */
export const importedDesignForm = designChangeForm.extend({
  file: z.object({
    format: z.enum(["stl", "obj", "glb", "3mf"]),
    isSizeKnown: z.boolean().describe("Whether the file says how large it is."),
    boxMm: z.tuple([z.number(), z.number(), z.number()]),
    triangles: count,
    pieces: count,
    report: z.object({
      before: defectsForm,
      after: defectsForm,
      steps: z.array(z.string()).describe("What was repaired."),
    }),
  }),
});
