import type { Said } from "../read/reader-table.ts";

/** A new garment in a colour that was said is plain, unless a print is said too: "a black dress" has no flowers. */
export function plainInColour({
  current,
  patch,
  spec,
}: Pick<Said<Record<string, unknown>>, "current" | "patch" | "spec">) {
  const isPlain = current === null && "colour" in patch && !("print" in patch);
  const isPrinted = spec.print !== "plain" && !("secondColour" in patch);
  return isPlain && isPrinted ? { patch: { print: "plain" as const } } : {};
}

/** Words for the values that garments share; labels of the schema are words already. */
export const SHARED_CHOICES = {
  fit: {
    slim: ["fitted", "tight", "close-fitting", "slim fit", "bodycon"],
    regular: ["regular fit", "classic fit"],
    loose: ["relaxed", "oversized", "loose fit", "roomy"],
  },
  weave: {
    plain: ["poplin", "cotton", "linen", "plain weave"],
    twill: ["gabardine", "wool", "chino", "wool coating"],
    satin: ["silk", "silky", "charmeuse"],
    knit: ["jersey", "knitted", "stretch"],
    denim: ["jean fabric"],
  },
  print: {
    plain: ["no print", "solid", "unprinted", "plain colour"],
    stripes: ["striped", "stripe", "pinstripe", "breton"],
    dots: ["polka dot", "polka dots", "dot", "dotted", "spots", "spotted"],
    check: ["gingham", "checked", "checks", "plaid", "checkered", "tartan"],
    floral: ["flowers", "flowery", "flower print", "floral print", "blossoms"],
  },
} as const;

export const NECK_CHOICES = {
  neckline: {
    round: ["crew neck", "scoop neck", "round neckline", "crewneck"],
    v: ["v neck", "v neckline", "v-neckline"],
    boat: ["boatneck", "bateau neck", "bateau", "boat neckline"],
    square: ["square neckline"],
    halter: ["halterneck", "halter", "halter top"],
    turtleneck: ["polo neck", "roll neck", "roll-neck", "turtle neck", "mock neck"],
  },
  collar: {
    none: ["without a collar", "collarless"],
    stand: ["mandarin collar", "band collar", "stand-up collar", "grandad collar"],
    shirt: ["collared", "button-down collar", "pointed collar"],
    lapel: ["lapel collar", "notched collar", "notch lapel", "revers"],
  },
} as const;

export const SLEEVE_CHOICES = {
  sleeve: {
    none: ["sleeveless", "without sleeves", "no sleeves", "strapless sleeves"],
    cap: ["capped sleeves", "cap sleeve"],
    short: ["short-sleeved", "short sleeve", "half sleeves"],
    "three-quarter": ["3/4 sleeves", "three quarter sleeves", "elbow sleeves", "bracelet sleeves"],
    long: ["long-sleeved", "long sleeve", "full sleeves"],
  },
  sleeveShape: {
    straight: ["plain sleeves", "fitted sleeves"],
    puff: ["puffed sleeves", "puff sleeve", "puffy sleeves", "balloon sleeves", "puff"],
    bell: ["bell sleeve", "flared sleeves", "trumpet sleeves"],
  },
} as const;

export const SKIRT_CHOICES = {
  skirtShape: {
    pencil: ["pencil", "tapered"],
    straight: ["column"],
    "a-line": ["a line", "aline", "a-line skirt"],
    "half-circle": [
      "half circle",
      "semicircle",
      "semi-circle skirt",
      "swing skirt",
      "flared skirt",
      "flared",
    ],
    circle: [
      "full circle",
      "full skirt",
      "full circle skirt",
      "circle",
      "twirly",
      "skater",
      "skater skirt",
    ],
    gathered: ["dirndl", "gathers", "ruffled", "gathered"],
  },
} as const;

export const CLOSURE_CHOICES = {
  "zip-back": ["back zip", "zipper", "zip", "zip in the back"],
  "zip-side": ["side zip", "side zipper"],
  "zip-front": ["front zip", "zip front", "zip fly", "fly"],
  "buttons-front": [
    "buttoned",
    "button front",
    "button-down",
    "button-through",
    "button down",
    "buttons",
    "shirt dress",
  ],
  wrap: ["wrap", "wrapped", "wraparound", "wrap dress", "tie front"],
  none: ["pull on", "pull-on", "no closure", "slip on"],
} as const;

/** Parts of cloth that garments share. */
export const SHARED_PARTS = {
  print: {
    words: ["print", "pattern", "dot", "stripe", "flower", "check", "repeat"],
    fields: { any: "repeatMm", size: "repeatMm", width: "repeatMm", length: "repeatMm" },
    colour: "secondColour",
  },
  fabric: {
    words: ["fabric", "cloth", "material"],
    fields: { weight: "gsm", any: "gsm" },
    colour: "colour",
  },
} as const;
