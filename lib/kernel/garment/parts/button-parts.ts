import type { Vec3 } from "../../mesh.ts";
import { lifted } from "../surface.ts";
import { buttonMesh, type OnCloth, ribbonMesh } from "../trim.ts";
import { frontLine } from "./front-line.ts";
import { body, type Making, type PlannedPart, trimLike } from "./planned-part.ts";

const pathLength = (path: readonly OnCloth[]) =>
  path
    .slice(1)
    .reduce(
      (sum, { at }, i) =>
        sum +
        Math.hypot(...([0, 1, 2].map((k) => at[k]! - path[i]!.at[k]!) as [number, number, number])),
      0,
    );

/** A place at a part of the way along a path. */
function along(path: readonly OnCloth[], share: number): OnCloth {
  const total = pathLength(path);
  let left = total * share;
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1]!;
    const b = path[i]!;
    const step = Math.hypot(b.at[0] - a.at[0], b.at[1] - a.at[1], b.at[2] - a.at[2]);
    if (left <= step || i === path.length - 1) {
      const t = Math.min(1, left / (step || 1));
      const at = [0, 1, 2].map((k) => a.at[k]! + (b.at[k]! - a.at[k]!) * t) as unknown as Vec3;
      return { at, out: a.out };
    }
    left -= step;
  }
  return path[0]!;
}

const buttonColour = (cloth: string) =>
  Number.parseInt(cloth.slice(3, 5), 16) > 150 ? "#6b5238" : "#e6dcc8";

/** Buttons sit on a placket a little over the cloth. */
export function buttonParts({ laid, maker }: Making): PlannedPart[] {
  const { design } = laid;
  const closure = design.torso?.closure ?? design.skirt?.closure;
  if (closure !== "buttons-front") return [];
  const count = design.torso?.buttons ?? design.skirt?.buttons ?? 0;
  const isCoat = design.kind === "coat";
  const path = () => frontLine(laid, 40);
  const diameterMm = isCoat ? 26 : 13;
  const colour = buttonColour(design.fabric.colour);
  const placket: PlannedPart = {
    name: "placket",
    make: () =>
      trimLike(
        "placket",
        ribbonMesh(path(), { widthMm: isCoat ? 62 : 26, thicknessMm: 1.6, liftMm: 1.2 }),
        maker,
      ),
  };
  const last = isCoat ? 0.62 : 0.94;
  const buttons = Array.from({ length: count }, (_, i) => ({
    name: `button ${i + 1}`,
    make: () => {
      const place = along(path(), 0.03 + ((last - 0.03) * i) / Math.max(1, count - 1));
      return body(
        `button ${i + 1}`,
        buttonMesh({ at: lifted(place, 2.2), out: place.out }, diameterMm),
        colour,
      );
    },
  }));
  return [placket, ...buttons];
}
