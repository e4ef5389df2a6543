import type { Engine } from "#lib/adapters/inference/port.ts";
import type { ConceptTask } from "./concept-task.ts";

interface MadeBy {
  enhancedPrompt: string | null;
  engine: Engine;
}

/** What the picture's file says of how it came to be. */
export function lineageInFile(
  { task, job, base }: ConceptTask,
  { enhancedPrompt, engine }: MadeBy,
): Record<string, string> {
  const { wish } = job.input;
  const said = {
    concept: task.conceptId,
    way: wish.way,
    prompt: wish.prompt,
    enhancedPrompt: enhancedPrompt ?? undefined,
    negativePrompt: wish.negativePrompt,
    chance: String(task.seed),
    parent: wish.imageId,
    design: base?.designId,
    engine: `${engine.name} ${engine.version}`,
  };
  const known = Object.entries(said).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return Object.fromEntries(known);
}
