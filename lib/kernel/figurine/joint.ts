import { cut, grown, halfSpace, join } from "../implicit/combine.ts";
import { roundedBox } from "../implicit/primitives.ts";
import { type Shape, sharedBox } from "../implicit/shape.ts";
import type { Vec3 } from "../mesh.ts";
import { type FigurePart, headPart, type Layer } from "./parts.ts";
import type { Skeleton } from "./skeleton.ts";

/** Where a head comes off its neck, in the figure's units. */
export interface NeckJoint {
  /** Free room all around between the halves. */
  clearance: number;
  skin: string;
}

/** Width of the rounding of the neck's end: edges sharper than a cell of the mesh would lose clearance. */
const LID_ROUND = 2.4;

const meets = (a: Shape, b: Shape): boolean => {
  const { min, max } = sharedBox(a.box, b.box);
  return max[0] > min[0] && max[1] > min[1] && max[2] > min[2];
};

/** Height at which the neck ends within the head. */
const partingZ = (s: Skeleton) => s.chinZ + s.headHigh * 0.1;

/** The key under the head: square, so that the head cannot turn, wider across than deep, so that it fits one way. */
function keyShape(s: Skeleton): Shape {
  const r = s.neckRadius;
  const top = partingZ(s) + r * 0.9;
  const low = s.shoulderZ - r * 0.5;
  const half: Vec3 = [r * 0.56, r * 0.46, (top - low) / 2];
  return roundedBox([0, 0.4, (top + low) / 2], half, r * 0.3);
}

/**
 * A figure in two halves: the head's neck room, a key under it and its socket in the body, all with the same
 * clearance. What of the head would touch the body (hair, beard) is cut back by it too. Pure.
 */
export function partAtNeck(s: Skeleton, layer: Layer, { clearance, skin }: NeckJoint): Layer {
  const key = keyShape(s);
  const socket = grown(key, clearance);
  const lid = halfSpace([0, 0, partingZ(s)], [0, 0, -1]);
  const body = layer.parts
    .filter(({ half }) => half === "body")
    .map((part) => {
      const ended =
        part.name === "neck" ? { ...part, shape: cut(part.shape, [lid], LID_ROUND) } : part;
      return meets(part.shape, socket) ? { ...ended, shape: cut(ended.shape, [socket]) } : ended;
    });
  const room = grown(join(body.map(({ shape }) => shape)), clearance);
  const heads = layer.parts
    .filter(({ half }) => half === "head")
    .map((part): FigurePart => ({ ...part, shape: cut(part.shape, [room]) }));
  return { ...layer, parts: [...body, ...heads, headPart("key", skin, key, 0.6)] };
}
