import type { Task } from "#generated/prisma/client.ts";
import type { PhotoModel, PhotoTaskInput } from "./types.ts";

/** A batch's task as its input says. */
export const photoTaskInput = (task: Pick<Task, "input">) =>
  task.input as unknown as PhotoTaskInput;

/** The newest model of a task's photo that was finished, whatever became of a later try; null before the first. */
export const finishedModel = (task: Pick<Task, "result">) => task.result as PhotoModel | null;

/** Names of the photos by the revision that is their newest finished model. */
export function namesByRevision(tasks: readonly Task[]): Map<string, string> {
  return new Map(
    tasks.flatMap((task) => {
      const model = finishedModel(task);
      return model ? [[model.revisionId, task.name] as const] : [];
    }),
  );
}

/** The file of a photo's model: the photo's own name with the format's ending. */
export function photoFilename(name: string, format: string): string {
  return format === "manifest" ? `${name}.json` : `${name}.${format}`;
}
