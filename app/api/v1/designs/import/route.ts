import type { z } from "zod";
import { importDesign } from "#lib/designs/import-design.ts";
import { importedDesignForm, importFields, MODEL_FILE_BYTES } from "#lib/designs/import-wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { invalidInput } from "#lib/shared/errors.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  body: "multipart",
  multipart: { files: 1, fileBytes: MODEL_FILE_BYTES },
  limit: { name: "import-model", points: 20, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/designs/import",
    summary: "A design from a model file: STL, OBJ, GLB or 3MF (field `file`)",
    description:
      "The surface is repaired as far as that needs no guess, measured and judged. Fields: `height_mm` (by default as " +
      "large as the file says) and `material`. At most 64 MB and two million triangles.",
    tags: ["Designs"],
    responses: { 201: importedDesignForm },
  },
  async handle({ ctx, body, effectId }) {
    const [file] = body.files;
    if (!file) throw invalidInput("Send a model in the field `file`.");
    const { heightMm, material } = parseInput(importFields, body.fields) as z.output<
      typeof importFields
    >;
    const made = await importDesign(ctx, {
      ...{ bytes: await file.read(), filename: file.filename, effectId },
      ...(heightMm !== undefined && { heightMm }),
      ...(material !== undefined && { material }),
    });
    const { design, ...rest } = made;
    return answer(201, { ...design, ...rest });
  },
});
