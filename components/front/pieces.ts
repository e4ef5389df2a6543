/** Pieces drawn by `npm run pictures` into public/pictures with their kinds, in the order the front page shows them. */
export const PIECES = {
  "oval-sapphire-pave": "ring",
  "halo-pendant": "pendant",
  "garden-dress": "dress",
  "drop-earrings": "earrings",
  "sun-medal": "medal",
  "emerald-cut-emerald": "ring",
  "gingham-skirt": "skirt",
  "pave-bangle": "bangle",
} as const;

/** The ring of the headline. */
export const HEADLINE = "oval-sapphire-pave";
export const HEADLINE_PICTURE = `/pictures/${HEADLINE}.webp`;
export const PICTURE_PX = 720;
