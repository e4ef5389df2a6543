import { common, grown, placed } from "../implicit/combine.ts";
import type { Shape } from "../implicit/shape.ts";
import type { Vec3 } from "../mesh.ts";
import type { FaceLook } from "./face.ts";
import { facePatches } from "./face.ts";
import { type HairStyle, hairShape } from "./hair.ts";
import { faceShape, type HeadLook, headPlace, headShape } from "./head.ts";
import {
  type BeardStyle,
  beardParts,
  GLASSES_WIRE,
  type GlassesStyle,
  glassesParts,
  HAIR_UNDER,
  type HatStyle,
  HELMET_ROOM,
  hatParts,
} from "./headwear.ts";
import { type Colour, type FigurePart, headPart, type Layer, layer } from "./parts.ts";
import type { Skeleton } from "./skeleton.ts";

/** All that is on top of the neck. */
export interface HeadDesign {
  look: HeadLook;
  face: FaceLook;
  hair: HairStyle;
  hairColour: Colour;
  /** How far the hair stands out beyond its style's own form, in the head's units; below 0 it lies closer. */
  hairGrow: number;
  beard: BeardStyle;
  glasses: GlassesStyle;
  glassesColour: Colour;
  hat: HatStyle;
  hatColour: Colour;
  hatAccent: Colour;
  /** The face comes from a picture: no features are drawn. */
  isPictured: boolean;
}

function hairPart(design: HeadDesign): FigurePart[] {
  const styled = hairShape(design.hair, design.look, HAIR_UNDER[design.hat]);
  const free = styled && design.hairGrow !== 0 ? grown(styled, design.hairGrow) : styled;
  const shape = free && design.hat === "helmet" ? common(free, HELMET_ROOM) : free;
  return shape ? [headPart("hair", design.hairColour, shape, 0.8)] : [];
}

/** A head with all that belongs to it, in the head's own frame; pure. */
export function headLayer(design: HeadDesign): Layer {
  const { look, face, isPictured } = design;
  const head = headShape(look);
  const parts = [
    headPart("head", face.skin, head, isPictured ? 0.55 : 1),
    ...hairPart(design),
    ...beardParts(design.beard, look, design.hairColour),
    ...glassesParts(design.glasses, look, design.glassesColour),
    ...hatParts(design.hat, design.hatColour, design.hatAccent),
  ];
  const patches = isPictured ? [] : facePatches(face, faceShape(look));
  const wire: Layer["details"] =
    design.glasses === "none" || design.glasses === "mask"
      ? []
      : [{ what: "The frame of the glasses", size: 2 * GLASSES_WIRE, at: [0, -16, 17] }];
  return layer({ parts, patches, details: wire });
}

/** A head's layer laid on a body: parts and details patches and details moved and scaled. */
export function headOnBody(s: Skeleton, head: Layer): Layer {
  const { origin, scale } = headPlace(s);
  const moved = (shape: Shape) => placed(shape, origin, scale);
  const at = ([x, y, z]: Vec3): Vec3 => [
    origin[0] + x * scale,
    origin[1] + y * scale,
    origin[2] + z * scale,
  ];
  return {
    parts: head.parts.map((part) => ({ ...part, shape: moved(part.shape) })),
    patches: head.patches.map((patch) => ({
      ...patch,
      outline: patch.outline.map(
        ([x, z]) => [origin[0] + x * scale, origin[2] + z * scale] as const,
      ),
      onto: moved(patch.onto),
      raise: patch.raise * scale,
      root: patch.root * scale,
    })),
    details: head.details.map((detail) => ({
      ...detail,
      size: detail.size * scale,
      at: at(detail.at),
    })),
  };
}
