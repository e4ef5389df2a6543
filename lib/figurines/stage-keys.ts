import { createHash } from "node:crypto";
import type { FigurineInput } from "./options.ts";
import { STAGES, type StageName, type StoredStages } from "./types.ts";

/** What each stage is made of, besides the stage before it. */
const FIELDS: Record<StageName, readonly (keyof FigurineInput)[]> = {
  cartoon: [
    ...(["photo", "crop", "eyes", "mouth", "others", "skinColour", "hairColour"] as const),
    ...(["engine", "style", "strength", "seed", "candidates"] as const),
  ],
  head: ["choice", "face", "hair", "beard", "headShape", "glasses"],
  fusion: ["template", "heightMm", "process", "spec"],
  scores: [],
  proof: [],
  turntable: [],
};

const hashOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** A name for what each stage would be made of: it changes when anything it rests on does. */
export function stageKeys(input: FigurineInput): Record<StageName, string> {
  let before = "";
  const keys = STAGES.map((name) => {
    before = hashOf([before, name, FIELDS[name].map((field) => input[field])]);
    return [name, before] as const;
  });
  return Object.fromEntries(keys) as Record<StageName, string>;
}

/** The stages that are not made of what is asked for now, in order. */
export function openStages(input: FigurineInput, stages: StoredStages): StageName[] {
  const keys = stageKeys(input);
  const first = STAGES.findIndex((name) => stages[name]?.key !== keys[name]);
  return first < 0 ? [] : STAGES.slice(first);
}
