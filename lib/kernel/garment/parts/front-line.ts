import type { Laid } from "../laid.ts";
import { onHang, onTorso } from "../surface.ts";
import { neckEdge } from "../torso.ts";
import type { OnCloth } from "../trim.ts";
import { QUARTER } from "./planned-part.ts";

/** The middle of the front from the neck to the hem, as places on the outer cloth. */
export function frontLine({ torso, skirt }: Laid, count: number, angle = QUARTER): OnCloth[] {
  const places: OnCloth[] = [];
  if (torso) {
    const top = neckEdge(torso, "front")(0.5).z;
    for (let i = 0; i <= count; i++)
      places.push(onTorso(torso, { angle, z: top - 4 + (torso.waistZ - top + 4) * (i / count) }));
  }
  const hang = skirt?.hang ?? torso?.hang;
  const lengthMm = skirt?.flare.lengthMm ?? torso?.hang?.lengthMm ?? 0;
  if (hang)
    for (let i = 1; i <= count; i++)
      places.push(onHang(hang, angle, (lengthMm * i) / count - (i === count ? 1 : 0)));
  return places;
}
