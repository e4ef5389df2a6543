import { limitsOf } from "../limits.ts";
import { type EarringsSpec, earringsSchema } from "./schema.ts";

/** Throws `invalid_input` with field, limit and the nearest value that works where a value is beyond its limit. */
export const requireWithin = limitsOf<keyof EarringsSpec & string>(earringsSchema);
