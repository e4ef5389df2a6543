import type { Light } from "./colour.ts";
import { bakeFormLight, bakeIrradiance, type FormLight } from "./form-light.ts";
import { bakeLightDirections } from "./light-directions.ts";
import { type LightPlan, type Lights, PRESETS } from "./light-presets.ts";
import { sharedFloats } from "./shared-arrays.ts";
import { bakeSky, meanLight, type Sky } from "./sky.ts";
import { studioRadiance } from "./softbox.ts";

/** The light of a picture, baked once and shared by all pictures. It stands as for the `hero` view and goes round with the camera. */
export interface Lighting {
  /** What metal sees: a dark room with a few large softboxes. */
  room: Sky;
  /** What stones see: many small lights, for flashes that come and go with the angle. */
  sparkle: Sky;
  /** What matte bodies see, and what matte plates with a relief see. */
  form: FormLight;
  relief: FormLight;
  /** Unit directions xyz × LIGHT_DIRECTIONS, as dense as they bring light to the floor. */
  floorLights: Float32Array;
  /** Mean light of `sparkle`, for what is left in a stone after its last bounce. */
  ambient: Light;
}

const bakePlan = (side: number, { low, high, boxes }: LightPlan): Sky =>
  bakeSky(side, studioRadiance(low, high, boxes));

/** Light that a white surface sends back where it is turned to the light: below white, and shades are seen. */
const BRIGHTEST_FORM = 1.02;
/** A plate is turned half away from what rakes over it. */
const BRIGHTEST_RELIEF = 1.8;

/** The sky, brighter or darker, so that the brightest matte white under it is `brightest`. */
function exposed(sky: Sky, brightest: number): Sky {
  const most = bakeIrradiance(sky).levels[0]!.reduce((top, value) => Math.max(top, value), 0);
  const levels = sky.levels.map((cells) => {
    const scaled = sharedFloats(cells.length);
    for (let i = 0; i < cells.length; i++) scaled[i] = (cells[i]! * brightest) / most;
    return scaled;
  });
  return { ...sky, levels };
}

/** Bakes lights (about 0.3 s); always the same. */
export function bakeLighting(lights: Lights = "studio"): Lighting {
  const plans = PRESETS[lights];
  const room = bakePlan(512, plans.room);
  const sparkle = bakePlan(256, plans.sparkle);
  return {
    room,
    sparkle,
    form: bakeFormLight(exposed(bakePlan(256, plans.form), BRIGHTEST_FORM)),
    relief: bakeFormLight(exposed(bakePlan(256, plans.relief), BRIGHTEST_RELIEF)),
    floorLights: bakeLightDirections(room),
    ambient: meanLight(sparkle),
  };
}
