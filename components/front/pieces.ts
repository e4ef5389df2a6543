/** Rings drawn by `npm run pictures` into public/pictures, in the order the front page shows them. */
export const PIECES = [
  "oval-sapphire-pave",
  "halo-cushion",
  "emerald-cut-emerald",
  "solitaire-diamond",
  "three-stone-ruby",
  "pear-aquamarine",
  "marquise-amethyst",
  "plain-band",
] as const;

/** The ring of the headline. */
export const HEADLINE_PICTURE = "/pictures/oval-sapphire-pave.webp";
export const PICTURE_PX = 720;
