import type { Limit } from "../limits/take-point.ts";

/** Changes of designs by one person or key: each builds a preview that everybody's sliders wait behind. */
export const CHANGE_LIMIT: Limit = { name: "change-design", points: 240, seconds: 60 };
