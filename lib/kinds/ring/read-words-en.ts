import { choiceTerm as choice, type Term } from "../read/statements.ts";
import type { Phrases } from "../read/vocabulary.ts";

/** Styles of rings and what their shoulders carry. */
const STYLES: Phrases<Term> = [
  [choice("style", "solitaire"), "solitaire", "single stone"],
  [
    choice("style", "three-stone"),
    "three stone",
    "3 stone",
    "three stones",
    "3 stones",
    "trilogy",
    "trinity",
  ],
  [choice("style", "plain"), "plain", "wedding band", "plain ring"],
  [choice("style", "plain-band", "band"), "plain band", "simple band"],
  [choice("shoulders", "plain", "shoulders"), "plain shoulder", "smooth shoulder", "plain shank"],
  [
    choice("shoulders", "pave", "pave"),
    "pave",
    "pave shoulder",
    "pave band",
    "pave shank",
    "micropave",
    "pave setting",
    "shoulder stone",
    "pave stone",
    "paved",
  ],
  [
    choice("eternity", "full", "pave"),
    "eternity",
    "full eternity",
    "eternity band",
    "eternity ring",
    "all the way round",
    "all the way around",
  ],
  [
    choice("eternity", "half", "pave"),
    "half eternity",
    "half way round",
    "halfway round",
    "halfway around",
  ],
];

const FORMS: Phrases<Term> = [
  [choice("profile", "comfort", "band"), "comfort fit", "comfort", "court", "rounded inside"],
  [choice("profile", "flat", "band"), "flat", "flat profile", "flat band", "flat shank"],
  [choice("profile", "d-shape", "band"), "d shape", "d shaped", "half round", "domed", "dome"],
  [choice("finish", "polished"), "polished", "shiny", "high polish", "glossy", "mirror finish"],
  [choice("finish", "satin"), "satin", "matte", "matt", "brushed", "satin finish", "matte finish"],
];

/** English phrases of rings beside those of their parts. */
export const RING_TERMS_EN: Phrases<Term> = [...STYLES, ...FORMS];

/** Features people name that a ring here does not have. */
export const RING_UNSUPPORTED_EN: readonly string[] = [
  ...["engraving", "engraved", "inscription", "engrave", "initials", "monogram"],
  ...["filigree", "milgrain", "openwork", "scrollwork"],
  ...["twisted", "twist", "braided", "rope", "split shank", "bypass", "knife edge", "signet"],
  ...["east west", "sideways", "channel set", "tension set", "tension setting"],
  ...["enamel", "two tone", "two toned", "bicolor", "bicolour"],
];
