import { v5 as uuidOf } from "uuid";
import type { Task } from "#generated/prisma/client.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { BuildOptions } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { toJson } from "#lib/designs/row.ts";
import type { DesignChange } from "#lib/designs/types.ts";
import { stopped } from "#lib/shared/errors.ts";
import { photoTaskInput } from "./photo-files.ts";
import { OBJECT_KIND, toObjectSpec } from "./photo-spec.ts";

/** The design a photo becomes, in every try: what was ordered for it stays its own. */
export const designIdOf = (task: Task): string =>
  photoTaskInput(task).designId ?? uuidOf("design", task.id);

/** The revision that a try makes, however often it runs. */
export const revisionIdOf = (task: Task): string => uuidOf(`model/${task.attempt}`, task.id);

/** False before the first try, and where the person has deleted the piece since. */
export async function hasDesign(ctx: Ctx, task: Task): Promise<boolean> {
  const where = { id: designIdOf(task), ...workspaceScope(ctx.actor, "write") };
  return (await ctx.db.design.count({ where })) > 0;
}

/** The design of the photo with the wanted spec as its newest revision; the task remembers both. */
export async function reviseDesign(ctx: Ctx, task: Task, build: BuildOptions) {
  const change = { effectId: revisionIdOf(task), startsJobs: false, build };
  const designId = designIdOf(task);
  const spec = toObjectSpec(photoTaskInput(task));
  const made: DesignChange = (await hasDesign(ctx, task))
    ? await editDesign(ctx, { ...change, designId, patch: spec })
    : await createDesign(ctx, { ...change, kind: OBJECT_KIND, designId, title: task.name, spec });
  const ids = { designId: made.design.id, revisionId: made.design.revision.id };
  await rememberDesign(ctx, task, ids);
  return ids;
}

/** Has the task name its design. Throws `cancelled` where the task was stopped, tried again or deleted meanwhile. */
export async function rememberDesign(
  ctx: Ctx,
  task: Task,
  ids: { designId: string; revisionId: string },
): Promise<void> {
  const kept = await ctx.db.task.updateMany({
    where: { id: task.id, attempt: task.attempt, status: "running" },
    data: { input: toJson({ ...photoTaskInput(task), ...ids }) },
  });
  if (kept.count === 0) await abandon(ctx, task.id, ids.designId);
}

/** A design nobody would know of goes. */
async function abandon(ctx: Ctx, taskId: string, designId: string): Promise<never> {
  const now = await ctx.db.task.findUnique({ where: { id: taskId }, select: { input: true } });
  if (!now || photoTaskInput(now).designId !== designId) await deleteDesign(ctx, { designId });
  throw stopped();
}
