import { CANVAS_MARKS } from "#lib/kernel/figurine/cartoon/canvas.ts";
import { STYLES, toned } from "#lib/kernel/figurine/cartoon/styles.ts";
import type { FaceReading } from "#lib/kernel/figurine/cartoon/types.ts";
import type { FigurineSpec } from "#lib/kinds/figurine/schema.ts";
import { TEMPLATES } from "#lib/kinds/figurine/templates.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { FIGURINE_KIND } from "./merge-input.ts";
import type { FigurineInput } from "./options.ts";
import type { CartoonResult, StoredCartoon } from "./types.ts";

/** What a process prints with unless somebody says otherwise. */
export const PROCESS_MATERIALS = {
  "full-colour": "full-colour-polyjet",
  sla: "resin-grey",
  fdm: "pla-white",
} as const;

const BALD_COLOUR = "#5b3822";
const percent = (share: number) => share * 100;

/** The candidate that was chosen; the best where the choice is beyond the last. */
export const chosenCartoon = (
  { candidates }: CartoonResult,
  { choice }: FigurineInput,
): StoredCartoon => candidates[choice] ?? candidates[0]!;

/** Fields of the kind `figurine` that cartoon and reading decide: form and colours of the head, and where the face lies. */
export function headSpec(
  input: FigurineInput,
  reading: FaceReading,
  cartoon: StoredCartoon,
): Partial<FigurineSpec> {
  const style = STYLES[input.style];
  const hair = input.hair === "auto" ? reading.hairStyle : input.hair;
  const shape = input.headShape === "auto" ? reading.headShape : input.headShape;
  const isChosen = input.headShape !== "auto";
  return {
    facePicture: input.face === "picture" ? cartoon.faceId : null,
    rightEyeXPercent: percent(CANVAS_MARKS.rightEye[0]),
    leftEyeXPercent: percent(CANVAS_MARKS.leftEye[0]),
    eyesYPercent: percent(CANVAS_MARKS.leftEye[1]),
    mouthYPercent: percent(CANVAS_MARKS.mouthY),
    skinColour: cartoon.skin,
    hair,
    hairColour: toned(reading.hair?.main ?? BALD_COLOUR, input.style, input.strength),
    hairVolumePercent: input.hair === "auto" ? reading.hairVolumePercent : 50,
    beard: input.beard === "auto" ? reading.beard : input.beard,
    headShape: isChosen ? shape : (style.heads[shape] ?? shape),
    eyeColour: reading.eyeColour,
    glasses: input.glasses,
    headsHigh: style.headsHigh,
  };
}

/** The outfit's own colours as the style has them. */
function outfitColours({ template, style, strength }: FigurineInput): Partial<FigurineSpec> {
  const { top, bottom, shoes, accent } = TEMPLATES[template].colours;
  // Stone is stone all over; other styles go as far as the face does.
  const share = style === "marble" ? 1 : strength;
  const styled = (colour: string) => toned(colour, style, share);
  return {
    palette: "own",
    topColour: styled(top),
    bottomColour: styled(bottom),
    shoeColour: styled(shoes),
    accentColour: styled(accent),
  };
}

/**
 * The whole spec of a figurine: what a person set goes before the style, and that before the kind's own defaults.
 * Throws `invalid_input` naming a field that cannot be so.
 */
export function figurineSpec(input: FigurineInput, head: Record<string, unknown>): FigurineSpec {
  return parseSpec(getKind(FIGURINE_KIND), {
    ...outfitColours(input),
    ...head,
    ...input.spec,
    body: input.template,
    heightMm: input.heightMm,
    material: PROCESS_MATERIALS[input.process],
  }) as FigurineSpec;
}
