import type { Vec3 } from "../../mesh.ts";
import { trimPart } from "../cloth-part.ts";
import { waistLine } from "../legs.ts";
import { pointOf, type Section, widened } from "../section.ts";
import { onTorso } from "../surface.ts";
import { type OnCloth, ribbonMesh } from "../trim.ts";
import { body, type Making, type PlannedPart, QUARTER, trimLike } from "./planned-part.ts";

/** A ring around the waist as a path with outward directions. */
function waistPath(section: Section, z: number, count: number): OnCloth[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    const at = pointOf(section, angle, z);
    const before = pointOf(section, angle - 0.01, z);
    const after = pointOf(section, angle + 0.01, z);
    const out: Vec3 = [-(after[1] - before[1]), after[0] - before[0], 0];
    const length = Math.hypot(out[0], out[1]) || 1;
    const sign = out[0] * at[0] + out[1] * (at[1] - section.middleMm) >= 0 ? 1 : -1;
    return { at, out: [(sign * out[0]) / length, (sign * out[1]) / length, 0] };
  });
}

/** A strip around the waist: of the cloth itself, or of the trim as a belt is. */
export function bandPart(
  name: string,
  { laid, maker }: Making,
  heightMm: number,
  isTrim: boolean,
): PlannedPart {
  return {
    name,
    make: () => {
      const { legs, torso, form, skirt } = laid;
      const z = legs
        ? legs.topZ - heightMm / 2
        : form.levels.waistMm + (skirt && !torso ? heightMm / 2 - 4 : 0);
      const at = legs
        ? waistLine(form, legs, z)
        : torso
          ? torso.sectionAt(z)
          : skirt!.hang.ring(0).section;
      const path = waistPath(widened(at, isTrim ? 1.4 : 0.8), z, 140);
      const mesh = ribbonMesh(path, {
        widthMm: heightMm,
        thicknessMm: isTrim ? 3 : 2.2,
        isClosed: true,
        liftMm: 0.8,
      });
      return isTrim ? trimPart(name, mesh, maker) : trimLike(name, mesh, maker);
    },
  };
}

/** A buckle: a rounded frame in front of the belt. */
export function bucklePart({ laid }: Making, heightMm: number): PlannedPart {
  return {
    name: "buckle",
    make: () => {
      const { torso, form } = laid;
      const z = form.levels.waistMm;
      const front = onTorso(torso!, { angle: QUARTER, z });
      const w = heightMm * 0.62;
      const h = heightMm * 0.62;
      const path = Array.from({ length: 40 }, (_, i) => {
        const a = (2 * Math.PI * i) / 40;
        const c = Math.sign(Math.cos(a)) * Math.abs(Math.cos(a)) ** 0.4 * w;
        const s = Math.sign(Math.sin(a)) * Math.abs(Math.sin(a)) ** 0.4 * h;
        return { at: [c, front.at[1] - 5.5, z + s] as Vec3, out: [0, -1, 0] as Vec3 };
      });
      return body(
        "buckle",
        ribbonMesh(path, { widthMm: 4.5, thicknessMm: 3.4, isClosed: true }),
        "#cbb27a",
      );
    },
  };
}
