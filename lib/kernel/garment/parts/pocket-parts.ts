import { clothPart } from "../cloth-part.ts";
import { type Grid, gridOf } from "../sheet.ts";
import { lifted, onHang } from "../surface.ts";
import type { Torso } from "../torso.ts";
import { ribbonMesh } from "../trim.ts";
import { type Making, type PlannedPart, trimLike } from "./planned-part.ts";

/** Pockets on hanging cloth below the waist. */
export function pocketParts({ laid, maker }: Making): PlannedPart[] {
  const pockets = laid.design.torso?.pockets ?? "none";
  const hang = laid.torso?.hang;
  if (pockets === "none" || !hang || hang.lengthMm < 260) return [];
  const at = (isLeft: boolean) => (isLeft ? 0.82 : Math.PI - 0.82);
  const pocket = (isLeft: boolean): PlannedPart => {
    const name = `${isLeft ? "left" : "right"} pocket`;
    return {
      name,
      make: () => {
        if (pockets === "patch")
          return clothPart(name, patchGrid(hang, at(isLeft), 105, 180, 0.34), 1, maker);
        const lean = isLeft ? -0.07 : 0.07;
        const path = Array.from({ length: 12 }, (_, i) =>
          onHang(hang, at(isLeft) + lean * (i / 11 - 0.5) * 2, 70 + 150 * (i / 11)),
        );
        return trimLike(name, ribbonMesh(path, { widthMm: 26, thicknessMm: 2, liftMm: 1 }), maker);
      },
    };
  };
  return [pocket(true), pocket(false)];
}

function patchGrid(
  hang: NonNullable<Torso["hang"]>,
  angle: number,
  topMm: number,
  heightMm: number,
  wide: number,
): Grid {
  const rows = 12;
  const columns = 12;
  return gridOf(rows, columns, (row, column) => {
    const t = row / rows;
    const corner = t > 0.88 ? 1 - 0.12 * ((t - 0.88) / 0.12) ** 2 : 1;
    const a = angle + (column / columns - 0.5) * wide * corner;
    const edge = row === 0 || row === rows || column === 0 || column === columns ? 0.6 : 0;
    const d = topMm + heightMm * t;
    return {
      point: lifted(onHang(hang, a, d), 2.6 - edge),
      cloth: [(column / columns - 0.5) * 170, d],
    };
  });
}
