import type { Vec3 } from "../../mesh.ts";
import { type ClothMaker, trimPart } from "../cloth-part.ts";
import { onHang, onTorso } from "../surface.ts";
import { neckEdge, type Torso } from "../torso.ts";
import { type OnCloth, ribbonMesh } from "../trim.ts";
import { type Making, type PlannedPart, QUARTER, trimLike } from "./planned-part.ts";

/** A wrap front: its edge over the bodice and the skirt, and the bow that ties it. */
export function wrapParts({ laid, maker }: Making): PlannedPart[] {
  const { torso, skirt, form, design } = laid;
  if (design.torso?.closure !== "wrap" || !torso) return [];
  const strip = (name: string, path: () => OnCloth[], widthMm: number): PlannedPart => ({
    name,
    make: () =>
      trimLike(name, ribbonMesh(path(), { widthMm, thicknessMm: 1.8, liftMm: 0.9 }), maker),
  });
  const low = neckEdge(torso, "front")(0.5).z;
  const endAngle = 0.34;
  const over = () =>
    Array.from({ length: 30 }, (_, i) => {
      const t = i / 29;
      return onTorso(torso, {
        angle: QUARTER + (endAngle - QUARTER) * t ** 0.9,
        z: low + 6 + (torso.waistZ + 2 - low - 6) * t,
      });
    });
  const hang = skirt?.hang ?? torso.hang;
  const lengthMm = hang?.lengthMm ?? 0;
  const down = () =>
    Array.from({ length: 36 }, (_, i) =>
      onHang(hang!, endAngle + 0.16 * (i / 35), 2 + (lengthMm - 3) * (i / 35)),
    );
  const bow = design.beltMm > 0 ? bowParts(torso, form.levels.waistMm, endAngle, maker) : [];
  return [
    strip("wrap edge", over, 16),
    ...(hang ? [strip("skirt wrap edge", down, 16)] : []),
    ...bow,
  ];
}

function bowParts(torso: Torso, z: number, angle: number, maker: ClothMaker): PlannedPart[] {
  const knot = () => onTorso(torso, { angle, z });
  const strip = (
    name: string,
    shape: (t: number) => readonly [across: number, up: number, out: number],
    widthMm: number,
  ): PlannedPart => ({
    name,
    make: () => {
      const { at, out } = knot();
      const side: Vec3 = [out[1], -out[0], 0];
      const path = Array.from({ length: 24 }, (_, i) => {
        const [a, u, o] = shape(i / 23);
        const p: Vec3 = [
          at[0] + side[0] * a + out[0] * o,
          at[1] + side[1] * a + out[1] * o,
          at[2] + u,
        ];
        return { at: p, out };
      });
      return trimPart(name, ribbonMesh(path, { widthMm, thicknessMm: 1.6 }), maker);
    },
  });
  return [
    strip(
      "tie 1",
      (t) => [14 + 26 * t + 5 * Math.sin(5 * t), -8 - 250 * t, 7 + 6 * Math.sin(3 * t)],
      26,
    ),
    strip(
      "tie 2",
      (t) => [-10 - 22 * t + 5 * Math.sin(4 * t + 1), -8 - 205 * t, 8 + 7 * Math.sin(3.4 * t)],
      26,
    ),
    strip(
      "bow 1",
      (t) => [
        8 + 62 * Math.sin(Math.PI * t),
        -4 + 22 * Math.sin(2 * Math.PI * t),
        10 + 8 * Math.sin(Math.PI * t),
      ],
      22,
    ),
    strip(
      "bow 2",
      (t) => [
        -8 - 62 * Math.sin(Math.PI * t),
        -4 + 22 * Math.sin(2 * Math.PI * t),
        10 + 8 * Math.sin(Math.PI * t),
      ],
      22,
    ),
    strip("knot", (t) => [-12 + 24 * t, 0, 19 - 10 * (2 * t - 1) ** 2], 24),
  ];
}
