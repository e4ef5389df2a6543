import type { Laid } from "../laid.ts";
import type { P2 } from "../pattern/outline.ts";
import type { Pattern } from "../pattern/pattern.ts";
import { legAxis } from "./flat-legs.ts";
import { halfWidthAt, isDrawnHanging } from "./flat-skirt.ts";
import type { Side } from "./flat-torso.ts";

/** A dimension of the drawing: the length between two places is what it says. */
export interface Dimension {
  name: string;
  from: P2;
  to: P2;
  /** Where the line lies, to the left of the way from one to the other, mm. */
  offMm: number;
}

const across = (name: string, halfMm: number, y: number, offMm: number): Dimension => ({
  name,
  from: [-halfMm, y],
  to: [halfMm, y],
  offMm,
});

function torsoFront(
  { torso, design }: Laid,
  { front, sleeve }: Pattern,
  outX: number,
): Dimension[] {
  if (!front || !torso) return [];
  const [tip, neck] = [front.tip, front.neck];
  const lean = sleeve ? 0.66 - 0.3 * Math.min(1, sleeve.lengthMm / 600) : 0;
  const end: P2 = sleeve
    ? [tip[0] + Math.sin(lean) * sleeve.lengthMm, tip[1] + Math.cos(lean) * sleeve.lengthMm]
    : tip;
  return [
    across("½ bust", front.bustMm, front.underarm[1], -34),
    across("½ waist", front.waistMm, front.waistY, -(34 + design.beltMm / 2)),
    ...(front.hem ? [across("½ hem", front.hem.halfMm, front.hem.y, -70)] : []),
    { name: "shoulder", from: neck, to: tip, offMm: 46 },
    { name: "neck depth", from: [0, 0], to: [0, front.middleY], offMm: -(outX + 200) },
    ...(sleeve && !sleeve.isCap
      ? [
          { name: "sleeve", from: tip, to: end, offMm: sleeve.fullness > 0 ? 110 : 54 },
          {
            name: "½ sleeve hem",
            from: end,
            to: [
              end[0] - Math.cos(lean) * (sleeve.hemMm / 2),
              end[1] + Math.sin(lean) * (sleeve.hemMm / 2),
            ] as P2,
            offMm: -46,
          },
        ]
      : []),
  ];
}

function lengths(laid: Laid, pattern: Pattern, waistY: number, outX: number): Dimension[] {
  const { skirt, torso, legs } = laid;
  const below = skirt?.flare.lengthMm ?? torso?.hang?.lengthMm ?? 0;
  const from = (y: number): P2 => [0, y];
  if (legs) return [];
  return [
    ...(pattern.front
      ? [{ name: "shoulder to waist", from: from(0), to: from(waistY), offMm: -(outX + 90) }]
      : []),
    ...(below > 0
      ? [
          {
            name: skirt ? "skirt" : "below waist",
            from: from(waistY),
            to: from(waistY + below),
            offMm: -(outX + 90),
          },
        ]
      : []),
    ...(pattern.front && below > 0
      ? [{ name: "length", from: from(0), to: from(waistY + below), offMm: outX + 90 }]
      : []),
  ];
}

function skirtFront({ skirt, torso }: Laid, waistY: number): Dimension[] {
  if (!skirt) return [];
  const { flare } = skirt;
  const half = halfWidthAt(skirt, flare.lengthMm);
  return [
    ...(torso ? [] : [across("½ waist", flare.waistMm / 4, waistY - skirt.design.waistbandMm, 30)]),
    ...(isDrawnHanging(skirt) ? [] : [across("½ hem", half, waistY + flare.lengthMm, -70)]),
    ...(isDrawnHanging(skirt) || flare.angle > 0.6 || flare.lengthMm < flare.hipDepthMm + 40
      ? []
      : [across("½ hip", halfWidthAt(skirt, flare.hipDepthMm), waistY + flare.hipDepthMm, -30)]),
  ];
}

function legFront({ legs }: Laid, outX: number): Dimension[] {
  if (!legs) return [];
  const axis = legAxis(legs);
  const hemY = legs.riseMm + legs.inseamMm;
  const q = legs.legGirthAt(legs.inseamMm) / 4;
  return [
    across("½ waist", legs.waistMm / 4, 0, 34),
    across("½ hip", legs.hipMm / 4, legs.riseMm * 0.68, -26),
    { name: "rise", from: [0, 0], to: [0, legs.riseMm], offMm: -(outX + 80) },
    { name: "inseam", from: [0, legs.riseMm], to: [0, hemY], offMm: -(outX + 80) },
    { name: "outseam", from: [0, 0], to: [0, hemY], offMm: outX + 90 },
    { name: "½ leg hem", from: [axis - q, hemY], to: [axis + q, hemY], offMm: -60 },
    ...(legs.inseamMm > legs.kneeMm + 20
      ? [
          {
            name: "½ knee",
            from: [axis - legs.legGirthAt(legs.kneeMm) / 4, legs.riseMm + legs.kneeMm] as P2,
            to: [axis + legs.legGirthAt(legs.kneeMm) / 4, legs.riseMm + legs.kneeMm] as P2,
            offMm: -26,
          },
        ]
      : []),
  ];
}

function backOf(
  { skirt, torso, legs, design }: Laid,
  { back }: Pattern,
  waistY: number,
  outX: number,
): Dimension[] {
  if (legs || !back) return [];
  const below = skirt?.flare.lengthMm ?? torso?.hang?.lengthMm ?? 0;
  return [
    across("neck", back.neck[0], back.neck[1], 60),
    { name: "centre back", from: [0, back.middleY], to: [0, waistY], offMm: -(outX + 90) },
    ...(below > 0
      ? [
          {
            name: "waist to hem",
            from: [0, waistY] as P2,
            to: [0, waistY + below] as P2,
            offMm: -(outX + 90),
          },
        ]
      : []),
    across("½ waist", back.waistMm, waistY, -(34 + design.beltMm / 2)),
  ];
}

/** All dimensions of one side; `outX` is how far the drawing reaches from its middle. */
export function dimensionsOf(
  laid: Laid,
  pattern: Pattern,
  side: Side,
  waistY: number,
  outX: number,
): Dimension[] {
  if (side === "back") return backOf(laid, pattern, waistY, outX);
  return [
    ...torsoFront(laid, pattern, outX),
    ...lengths(laid, pattern, waistY, outX),
    ...skirtFront(laid, waistY),
    ...legFront(laid, outX),
  ];
}
