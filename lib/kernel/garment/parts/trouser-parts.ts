import { clothPart } from "../cloth-part.ts";
import type { TrousersDesign } from "../design.ts";
import type { Laid } from "../laid.ts";
import { legGrid, legPoint } from "../legs.ts";
import { lifted, outOf } from "../surface.ts";
import { buttonMesh, type OnCloth, ribbonMesh } from "../trim.ts";
import { bandPart } from "./band-parts.ts";
import { body, type Making, type PlannedPart, trimLike } from "./planned-part.ts";

/** Legs, waistband and details of trousers. */
export function trouserParts(making: Making): PlannedPart[] {
  const { laid, maker, perDm } = making;
  const { legs, form, design } = laid;
  if (!legs) return [];
  const panel = (side: "front" | "back", isLeft: boolean): PlannedPart => {
    const name = `${isLeft ? "left" : "right"} ${side} leg`;
    const isOutward = (side === "front") === isLeft;
    return {
      name,
      make: () =>
        clothPart(name, legGrid(form, legs, side, isLeft, perDm), isOutward ? 1 : -1, maker),
    };
  };
  return [
    panel("front", true),
    panel("front", false),
    panel("back", true),
    panel("back", false),
    bandPart("waistband", making, design.trousers!.waistbandMm, false),
    ...trouserDetails(making, design.trousers!),
  ];
}

/** Pocket edges, fly and button of trousers, on the cloth of the fronts. */
function trouserDetails({ laid, maker }: Making, design: TrousersDesign): PlannedPart[] {
  const legs = laid.legs!;
  const { waistbandMm, pockets, closure } = design;
  const low = legs.riseMm * 0.6;
  const strip = (
    name: string,
    isLeft: boolean,
    way: (t: number) => readonly [u: number, down: number],
    widthMm: number,
  ): PlannedPart => ({
    name,
    make: () => {
      const on = onLegs(laid, isLeft);
      const path = Array.from({ length: 16 }, (_, i) => {
        const [u, down] = way(i / 15);
        return on(u, legs.topZ - down);
      });
      return trimLike(name, ribbonMesh(path, { widthMm, thicknessMm: 1.2, liftMm: 0.7 }), maker);
    },
  });
  const pocket = (isLeft: boolean) =>
    strip(
      `${isLeft ? "left" : "right"} pocket edge`,
      isLeft,
      (t) => [0.46 - 0.38 * t ** 0.8, waistbandMm + 2 + (low - waistbandMm) * t],
      9,
    );
  const buttonZ = legs.topZ - waistbandMm / 2;
  return [
    ...(pockets === "seam" ? [pocket(true), pocket(false)] : []),
    ...(closure === "zip-front"
      ? [strip("fly", true, (t) => [0.8 + 0.17 * t ** 5, waistbandMm + 2 + low * t], 4)]
      : []),
    {
      name: "waistband button",
      make: () => {
        const { at, out } = onLegs(laid, true)(0.97, buttonZ);
        return body(
          "waistband button",
          buttonMesh({ at: lifted({ at, out }, 3), out }, 15),
          "#a8763e",
        );
      },
    },
  ];
}

function onLegs({ form, legs }: Laid, isLeft: boolean) {
  const at = legPoint(form, legs!);
  const mirror = isLeft ? 1 : -1;
  return (u: number, z: number): OnCloth =>
    outOf(
      (a, b) => {
        const [x, y] = at("front", a, b);
        return [x * mirror, y, b];
      },
      u,
      z,
      0.01,
      -3,
      8,
    );
}
