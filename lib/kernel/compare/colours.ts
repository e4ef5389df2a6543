/** What an edit added, took away and kept; told apart by lightness as well as by hue, sRGB. */
export const DIFFERENCE_COLOURS = {
  added: "#2f9e5b",
  removed: "#c0392b",
  kept: "#d9d9d6",
} as const;
