import type { Vec3 } from "../mesh.ts";
import type { Point2, Solid, SolidKernel } from "../solid/kernel.ts";
import type { SetStone } from "./set-stone.ts";

/** An earring's post, mm. */
export interface Post {
  diameterMm: number;
  /** From the setting's back to the tip. */
  lengthMm: number;
}

/** Posts that go through a pierced ear and hold: makers' usual 0.8 to 1.0 mm; the least is the casting wall. */
export const POST_RULES = { leastMm: 0.8, mostMm: 1.1 } as const;

/** A basket's feet stand on a plate of this thickness, whose edge passes them by that much. */
const PLATE_MM = 0.9;
const PLATE_BORDER_MM = 0.35;
const FOOT_SHARE = 0.45;
const TIP_STEPS = 5;

/** The plate a basket of prongs stands on, below the stone's point. */
function footPlate(kernel: SolidKernel, { gem, bandBelowMm }: SetStone): Solid {
  const level = (z: number, out: number) =>
    gem.outline.map(
      ({ x, y, nx, ny }): Vec3 => [x * FOOT_SHARE + nx * out, y * FOOT_SHARE + ny * out, z],
    );
  const low = -bandBelowMm;
  return kernel.loft([
    level(low, PLATE_BORDER_MM - 0.15),
    level(low + 0.15, PLATE_BORDER_MM),
    level(low + PLATE_MM - 0.15, PLATE_BORDER_MM),
    level(low + PLATE_MM, PLATE_BORDER_MM - 0.15),
  ]);
}

/** A post with a round tip behind a setting, rooted in it, and what it stands on; in the stone's frame. */
export function postSolid(
  kernel: SolidKernel,
  set: SetStone,
  { diameterMm, lengthMm }: Post,
  segments: number,
): Solid {
  const radius = diameterMm / 2 / Math.cos(Math.PI / segments);
  const root = -set.bandBelowMm + 0.3;
  const end = -set.bandBelowMm - lengthMm;
  const tip = Array.from({ length: TIP_STEPS + 1 }, (_, i): Point2 => {
    const turn = (i / TIP_STEPS) * (Math.PI / 2);
    return [radius * Math.sin(turn), end + radius * (1 - Math.cos(turn))];
  });
  const post = kernel.revolve([...tip, [radius, root], [0, root]], segments);
  return set.head === "bezel" ? post : kernel.union([post, footPlate(kernel, set)]);
}
