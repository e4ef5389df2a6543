import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import type { FigurineChanges, FigurineInput } from "./options.ts";

/** The kind a figurine's design is of. */
export const FIGURINE_KIND = "figurine";

/** Fields of the kind that have options of their own, by what they are called here. */
const OWN: Record<string, string> = {
  body: "template",
  heightMm: "height_mm",
  material: "process",
  hair: "hair",
  hairColour: "hair_colour",
  skinColour: "skin_colour",
  beard: "beard",
  headShape: "head_shape",
  glasses: "glasses",
  facePicture: "face",
};

/**
 * What is asked for with changes laid over it. Throws `invalid_input` naming the parameter where a template cannot
 * have it.
 */
export function mergeInput(before: FigurineInput, changes: FigurineChanges): FigurineInput {
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<FigurineInput>;
  const input = { ...before, ...given, spec: { ...before.spec, ...changes.spec } };
  const own = Object.keys(input.spec).find((field) => field in OWN);
  if (own) {
    throw invalidInput(`Give ${own} as "${OWN[own]}", not inside "spec".`, {
      details: { field: `spec.${own}` },
    });
  }
  // Looked at now, so that a wrong parameter is named before anything is made.
  parseSpec(getKind(FIGURINE_KIND), {
    ...input.spec,
    body: input.template,
    heightMm: input.heightMm,
  });
  return input;
}
