import type { Term } from "../read/statements.ts";
import type { Phrases } from "../read/vocabulary.ts";

const part = (name: string): Term => ({ type: "part", part: name });
const choice = (list: string, value: string, about: string | null = null): Term => ({
  type: "choice",
  list,
  value,
  part: about,
});
const stone = (value: string) => choice("stone", value, "stone");
const cut = (value: string) => choice("cut", value, "stone");
const value = (name: string, of: unknown): Term => ({ type: "value", name, value: of });

const PARTS: Phrases<Term> = [
  [part("ring"), "ring", "engagement ring", "wedding ring", "promise ring", "cocktail ring"],
  [part("band"), "band", "shank", "hoop"],
  [part("stone"), "stone", "center stone", "centre stone", "main stone", "gem", "gemstone", "rock"],
  [part("stone"), "center", "centre", "jewel"],
  [part("halo"), "halo", "halo stone"],
  [part("side"), "side stone", "side gem", "accent stone", "flanking stone"],
  [part("prongs"), "prong", "claw"],
  [part("bezel"), "bezel", "rub over", "rubover", "bezel wall"],
  [part("head"), "head", "setting", "basket", "mount", "gallery", "crown"],
  [part("shoulders"), "shoulder"],
];

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

const METALS: Phrases<Term> = [
  [choice("goldColour", "yellow"), "yellow gold", "in yellow", "yellow"],
  [choice("goldColour", "rose"), "rose gold", "pink gold", "red gold", "in rose", "rose"],
  [choice("goldColour", "white"), "white gold", "in white"],
  [choice("goldColour", "white-ni"), "nickel white gold", "white gold nickel"],
  [choice("goldColour", "gold"), "gold", "golden"],
  [
    choice("alloy", "silver-925"),
    "silver",
    "sterling silver",
    "sterling",
    "925 silver",
    "silver 925",
  ],
  [choice("alloy", "platinum-950"), "platinum", "platinum 950", "950 platinum", "pt950", "pt 950"],
  [choice("alloy", "platinum-900"), "platinum 900", "900 platinum", "pt900", "pt 900"],
  [choice("alloy", "palladium-950"), "palladium", "palladium 950", "950 palladium"],
  [choice("alloy", "brass"), "brass"],
  [choice("alloy", "bronze"), "bronze"],
  [choice("alloy", "steel-420"), "steel", "stainless steel", "stainless"],
  [choice("alloy", "titanium-6al4v"), "titanium"],
];

const STONES: Phrases<Term> = [
  [stone("diamond"), "diamond", "brilliant", "brilliant diamond"],
  [stone("moissanite"), "moissanite"],
  [stone("ruby"), "ruby", "rubies"],
  [stone("sapphire"), "sapphire", "blue sapphire"],
  [stone("emerald"), "emerald", "green emerald"],
  [stone("aquamarine"), "aquamarine", "aqua"],
  [stone("quartz"), "quartz", "rock crystal", "clear quartz"],
  [stone("amethyst"), "amethyst", "purple amethyst"],
  [stone("citrine"), "citrine", "yellow citrine"],
  [stone("cubic-zirconia"), "cubic zirconia", "zirconia", "cz"],
  [stone("garnet"), "garnet", "red garnet"],
  [stone("spinel"), "spinel", "red spinel"],
  [stone("topaz"), "topaz", "blue topaz"],
  [stone("tanzanite"), "tanzanite"],
  [stone("tourmaline"), "tourmaline", "green tourmaline"],
  [stone("peridot"), "peridot"],
  [value("stoneColour", "blue"), "blue"],
  [value("stoneColour", "red"), "red"],
  [value("stoneColour", "green"), "green"],
  [value("stoneColour", "purple"), "purple", "violet", "lilac"],
  [value("stoneColour", "pink"), "pink"],
  [value("stoneColour", "black"), "black"],
  [value("stoneColour", "orange"), "orange"],
  [value("stoneColour", "colourless"), "colourless", "colorless", "clear stone"],
];

const CUTS: Phrases<Term> = [
  [cut("round"), "round", "round cut", "round brilliant", "brilliant cut"],
  [cut("oval"), "oval", "oval cut"],
  [cut("cushion"), "cushion", "cushion cut"],
  [cut("princess"), "princess", "princess cut", "square cut"],
  [cut("emerald"), "emerald cut", "step cut"],
  [cut("pear"), "pear", "pear cut", "pear shape", "pear shaped", "teardrop"],
  [cut("marquise"), "marquise", "marquise cut", "navette"],
];

const FORMS: Phrases<Term> = [
  [choice("profile", "comfort", "band"), "comfort fit", "comfort", "court", "rounded inside"],
  [choice("profile", "flat", "band"), "flat", "flat profile", "flat band", "flat shank"],
  [choice("profile", "d-shape", "band"), "d shape", "d shaped", "half round", "domed", "dome"],
  [choice("finish", "polished"), "polished", "shiny", "high polish", "glossy", "mirror finish"],
  [choice("finish", "satin"), "satin", "matte", "matt", "brushed", "satin finish", "matte finish"],
  [value("taper", "more"), "tapered", "tapering", "tapers"],
  [
    value("taper", "none"),
    "no taper",
    "untapered",
    "without taper",
    "even width",
    "same width all round",
    "straight band",
    "constant width",
  ],
];

/** Pieces and features people name that this kind is not or cannot have: better said than guessed around. */
const FOREIGN: Phrases<Term> = [
  [value("otherPiece", "necklace"), "necklace", "pendant", "chain", "locket"],
  [value("otherPiece", "earrings"), "earring", "stud", "ear ring"],
  [value("otherPiece", "bracelet"), "bracelet", "bangle", "anklet"],
  [value("otherPiece", "brooch"), "brooch", "pin", "cufflink", "tiara", "watch"],
  [
    value("unsupported", "engraving"),
    "engraving",
    "engraved",
    "inscription",
    "engrave",
    "initials",
    "monogram",
  ],
  [value("unsupported", "filigree"), "filigree", "milgrain", "openwork", "scrollwork"],
  [
    value("unsupported", "twist"),
    "twisted",
    "twist",
    "braided",
    "rope",
    "split shank",
    "bypass",
    "knife edge",
    "signet",
  ],
  [
    value("unsupported", "setting"),
    "east west",
    "sideways",
    "channel set",
    "tension set",
    "tension setting",
  ],
  [value("unsupported", "enamel"), "enamel", "two tone", "two toned", "bicolor", "bicolour"],
  [
    value("otherStone", "stone"),
    "pearl",
    "opal",
    "turquoise",
    "onyx",
    "jade",
    "morganite",
    "alexandrite",
    "moonstone",
    "lapis",
    "amber",
    "zircon",
    "labradorite",
  ],
  [
    value("otherMetal", "metal"),
    "tungsten",
    "ceramic",
    "carbon",
    "carbon fibre",
    "carbon fiber",
    "aluminium",
    "aluminum",
    "copper",
    "wood",
    "wooden",
    "cobalt",
  ],
  [value("fit", "tight"), "too tight", "tight", "wont fit", "does not fit", "doesnt fit"],
  [value("fit", "loose"), "too loose", "loose", "falls off", "slips off"],
  [
    value("cheaper", "cheaper"),
    "cheaper",
    "less expensive",
    "too expensive",
    "cost less",
    "costs too much",
    "bring the price down",
  ],
];

/** English words for rings. */
export const RING_WORDS_EN: Phrases<Term> = [
  ...PARTS,
  ...STYLES,
  ...METALS,
  ...STONES,
  ...CUTS,
  ...FORMS,
  ...FOREIGN,
];
