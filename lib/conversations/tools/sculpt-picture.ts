import { z } from "zod";
import { createDesign } from "#lib/designs/create-design.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { fieldsOf } from "#lib/kinds/read/fields.ts";
import { getKind, listKinds } from "#lib/kinds/registry.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { costOfPiece } from "./cost-of-piece.ts";
import { begunIn, defineTool, toDesignResult } from "./tool.ts";

/** The field of a kind that takes the picture it is made from, or null. */
const pictureFieldOf = (kindId: string): string | null =>
  fieldsOf(getKind(kindId).schema).find(({ input }) => input === "picture")?.name ?? null;

const pictureKinds = (): string[] =>
  listKinds()
    .map(({ id }) => id)
    .filter((id) => pictureFieldOf(id) !== null);

export const sculptPicture = defineTool({
  name: "sculpt_picture",
  description:
    "Makes a 3D model from a picture the person sent: an object by default, or a kind that takes a picture (lithophane, keychain …). " +
    "Answers its numbers like make_design.",
  input: z.object({
    imageId: z.string().max(64).describe("Id of a sent picture."),
    kind: z.string().max(64).optional().describe("By default object."),
    spec: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("Further fields of the kind that the person spoke about, such as heightMm."),
    title: z.string().max(120).optional(),
  }),
  costMicroUsd: (turn, { imageId, kind = "object", spec }) =>
    costOfPiece(turn, kind, { ...spec, [pictureFieldOf(kind) ?? "picture"]: imageId }),
  run: async (turn, { imageId, kind = "object", spec, title }) => {
    const field = pictureFieldOf(kind);
    if (!field) {
      throw invalidInput(
        `A ${kind} is not made from a picture. These are: ${pictureKinds().join(", ")}.`,
        {
          details: { field: "kind", value: kind, allowed: pictureKinds() },
        },
      );
    }
    await requireImage(turn.ctx, imageId);
    const change = await createDesign(turn.ctx, {
      kind,
      spec: { ...spec, [field]: imageId },
      ...(title && { title }),
      ...begunIn(turn),
    });
    return toDesignResult(change);
  },
});
