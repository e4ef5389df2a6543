/** Words of the parts that every piece made of a picture's light and dark has. */
export const RELIEF_PARTS = {
  relief: {
    words: ["relief", "embossing", "carving"],
    fields: { any: "reliefMm", height: "reliefMm", depth: "reliefMm", size: "reliefMm" },
  },
  smoothing: { words: ["smoothing", "blur"], fields: { any: "smoothingMm", size: "smoothingMm" } },
  zoom: { words: ["zoom"], fields: { share: "zoomPercent", any: "zoomPercent" } },
} as const;

/** Phrases about which tones are high. */
export const INVERT_CHOICES = {
  true: ["dark parts high", "dark raised", "inverted", "invert", "negative"],
  false: ["light parts high", "light raised", "not inverted"],
} as const;
