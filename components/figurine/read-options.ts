import type { FigurineChanges } from "#lib/figurines/options.ts";

const PLAIN = [
  "engine",
  "style",
  "hair",
  "beard",
  "glasses",
  "headShape",
  "face",
  "template",
  "process",
];
const NUMBERS = ["strength", "seed", "heightMm"];

/** The options a form has, of those there are; what goes into the kind's spec comes under `spec`. */
export function readOptions(form: FormData): FigurineChanges {
  const words = PLAIN.flatMap((name) => (form.has(name) ? [[name, String(form.get(name))]] : []));
  const numbers = NUMBERS.flatMap((name) =>
    form.has(name) ? [[name, Number(form.get(name))]] : [],
  );
  const changes = Object.fromEntries([...words, ...numbers]) as FigurineChanges;
  // A form of the body carries all three, and an empty box is sent as nothing.
  if (!form.has("plateText")) return changes;
  const spec = {
    base: String(form.get("base")),
    plateText: String(form.get("plateText")),
    neckJoint: form.get("neckJoint") === "on",
  };
  return { ...changes, spec };
}
