import { CANVAS_MARKS } from "../../kernel/figurine/cartoon/canvas.ts";
import { STYLES, toned } from "../../kernel/figurine/cartoon/styles.ts";
import type { FaceReading, StyleId } from "../../kernel/figurine/cartoon/types.ts";
import { parseSpec } from "../parse-spec.ts";
import { figurine } from "./index.ts";
import type { FigurineSpec } from "./schema.ts";
import { TEMPLATES } from "./templates.ts";

/** What a process prints with unless somebody says otherwise. */
export const PROCESS_MATERIALS = {
  "full-colour": "full-colour-polyjet",
  sla: "resin-grey",
  fdm: "pla-white",
} as const;

/** What a person wants of a figurine that is made of a face; `auto` leaves it to the photo. */
export interface FaceWish {
  style: StyleId;
  /** How far from the photo, 0.3 to 1. */
  strength: number;
  /** Whether the cartoon is laid onto the head, or features are drawn in its colours. */
  face: "picture" | "drawn";
  hair: FigurineSpec["hair"] | "auto";
  beard: FigurineSpec["beard"] | "auto";
  headShape: FigurineSpec["headShape"] | "auto";
  glasses: FigurineSpec["glasses"];
  template: FigurineSpec["body"];
  heightMm: number;
  process: keyof typeof PROCESS_MATERIALS;
  /** Any other field of the kind. */
  spec: Record<string, unknown>;
}

export const STANDARD_WISH: FaceWish = {
  style: "vinyl",
  strength: 0.8,
  face: "picture",
  hair: "auto",
  beard: "auto",
  headShape: "auto",
  glasses: "none",
  template: "casual",
  heightMm: 75,
  process: "full-colour",
  spec: {},
};

/** The cartoon a head is painted with: its picture's id, and the colour of its skin. */
export interface PaintedFace {
  faceId: string;
  skin: string;
}

const BALD_COLOUR = "#5b3822";
const percent = (share: number) => share * 100;

/** Fields of the kind that cartoon and reading decide: form and colours of the head, and where the face lies. */
export function headSpec(
  wish: FaceWish,
  reading: FaceReading,
  { faceId, skin }: PaintedFace,
): Partial<FigurineSpec> {
  const style = STYLES[wish.style];
  const hair = wish.hair === "auto" ? reading.hairStyle : wish.hair;
  const shape = wish.headShape === "auto" ? reading.headShape : wish.headShape;
  const isChosen = wish.headShape !== "auto";
  return {
    facePicture: wish.face === "picture" ? faceId : null,
    rightEyeXPercent: percent(CANVAS_MARKS.rightEye[0]),
    leftEyeXPercent: percent(CANVAS_MARKS.leftEye[0]),
    eyesYPercent: percent(CANVAS_MARKS.leftEye[1]),
    mouthYPercent: percent(CANVAS_MARKS.mouthY),
    skinColour: skin,
    hair,
    hairColour: toned(reading.hair?.main ?? BALD_COLOUR, wish.style, wish.strength),
    hairVolumePercent: wish.hair === "auto" ? reading.hairVolumePercent : 50,
    beard: wish.beard === "auto" ? reading.beard : wish.beard,
    headShape: isChosen ? shape : (style.heads[shape] ?? shape),
    eyeColour: reading.eyeColour,
    glasses: wish.glasses,
    headsHigh: style.headsHigh,
  };
}

/** The outfit's own colours as the style has them. */
export function outfitColours({ template, style, strength }: FaceWish): Partial<FigurineSpec> {
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
export function figurineSpec(wish: FaceWish, head: Record<string, unknown>): FigurineSpec {
  return parseSpec(figurine, {
    ...outfitColours(wish),
    ...head,
    ...wish.spec,
    body: wish.template,
    heightMm: wish.heightMm,
    material: PROCESS_MATERIALS[wish.process],
  }) as FigurineSpec;
}
