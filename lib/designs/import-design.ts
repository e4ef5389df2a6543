import { v7 as newUuid, v5 as uuidOf } from "uuid";
import { actorUserId, personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { BroughtModel } from "#lib/kernel/import/bring-mesh.ts";
import { fieldOf, nearestAllowed } from "#lib/kinds/read/fields.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { answerMade, createDesign } from "./create-design.ts";
import { findMadeRevision } from "./find-design.ts";
import type { DesignChange, Spec } from "./types.ts";

/** The kind of what is brought as a file. */
const BROUGHT_KIND = "model";

export interface ImportDesignInput {
  bytes: Uint8Array;
  /** Its ending tells the format where the bytes do not; it becomes the title. */
  filename: string;
  /** Overall height, mm; by default as large as the file says. */
  heightMm?: number;
  material?: string;
  /** UUID under which this design is made once: the same again answers the first. */
  effectId?: string | undefined;
}

/** A design made from a file, and what was found and repaired in it. */
export interface ImportedDesign extends DesignChange {
  file: Omit<BroughtModel, "packed">;
}

/**
 * A design from a model file of somebody else (STL, OBJ, GLB, 3MF): read, repaired as far as that needs no guess,
 * measured and judged. Throws `unsupported_type`, `too_large`, `invalid_input` (broken file, height, material).
 */
export async function importDesign(ctx: Ctx, input: ImportDesignInput): Promise<ImportedDesign> {
  workspaceScope(ctx.actor, "write");
  const { bytes, filename } = input;
  const { packed, ...file } = await ctx.adapters.inference.readModel({ bytes, filename });
  const made = await findMadeRevision(ctx, input.effectId);
  if (made) return { ...(await answerMade(ctx, made.designId, made.id)), file };
  const meshId = input.effectId ?? newUuid();
  await keepMesh(ctx, meshId, { filename, packed, ...file });
  try {
    const change = await createDesign(ctx, {
      kind: BROUGHT_KIND,
      title: titleOf(filename),
      spec: specOf(meshId, file, input),
      effectId: meshId,
    });
    return { ...change, file };
  } catch (error) {
    await forgetMesh(ctx, meshId);
    throw error;
  }
}

/** The design's id follows from the effect under which it is made, which is the mesh's id. */
const designIdOf = (meshId: string) => uuidOf("design", meshId);
const blobKeyOf = (meshId: string) => `designs/${designIdOf(meshId)}/brought-${meshId}.mesh`;

async function keepMesh(
  ctx: Ctx,
  id: string,
  { filename, format, packed, triangles }: BroughtModel & { filename: string },
): Promise<void> {
  const blobKey = blobKeyOf(id);
  const contentType = "application/octet-stream";
  const stored = await ctx.adapters.blob.put(blobKey, packed, { contentType });
  const mesh = { filename, format, triangles, blobKey, ...stored };
  // There already when a kill came between it and the design.
  await ctx.db.broughtMesh.upsert({
    where: { id },
    update: mesh,
    create: {
      ...{ id, ...mesh },
      designId: designIdOf(id),
      workspaceId: await personalWorkspaceId(ctx),
      createdById: actorUserId(ctx.actor),
    },
  });
}

async function forgetMesh(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.broughtMesh.deleteMany({ where: { id } });
  await ctx.adapters.blob.delete([blobKeyOf(id)]);
}

function specOf(
  mesh: string,
  { boxMm }: ImportedDesign["file"],
  { heightMm, material }: ImportDesignInput,
): Spec {
  const height = fieldOf(getKind(BROUGHT_KIND).schema, "heightMm")!;
  return {
    mesh,
    heightMm: heightMm ?? nearestAllowed(height, boxMm[2]),
    ...(material !== undefined && { material }),
  };
}

/** The longest title there may be. */
const TITLE_LETTERS = 80;

/** The file's name without its ending. */
function titleOf(filename: string): string {
  const name = filename.replace(/\.[^.]*$/, "").trim();
  return (name || "Model").slice(0, TITLE_LETTERS);
}
