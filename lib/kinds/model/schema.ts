import { z } from "zod";
import { mm, modelFile } from "../field.ts";
import { printMaterial } from "../relief/print-material.ts";

/** A model somebody brought as a file. */
export const modelSchema = z.object({
  mesh: modelFile({ label: "Model file", group: "File" }),
  heightMm: mm(1, 500, 20, { label: "Height", group: "Size", step: 0.1 }),
  material: printMaterial("resin-grey"),
});

export type ModelSpec = z.infer<typeof modelSchema>;
