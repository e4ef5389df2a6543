import { choiceTerm, type Term, valueTerm } from "../statements.ts";
import type { Phrases } from "../vocabulary.ts";

const stone = (value: string) => choiceTerm("stone", value, "stone");
const cut = (value: string) => choiceTerm("cut", value, "stone");

/** Metals and colours of gold; karats are read apart. */
export const METALS_EN: Phrases<Term> = [
  [choiceTerm("goldColour", "yellow"), "yellow gold", "in yellow", "yellow"],
  [choiceTerm("goldColour", "rose"), "rose gold", "pink gold", "red gold", "in rose", "rose"],
  [choiceTerm("goldColour", "white"), "white gold", "in white"],
  [choiceTerm("goldColour", "white-ni"), "nickel white gold", "white gold nickel"],
  [choiceTerm("goldColour", "gold"), "gold", "golden"],
  [
    choiceTerm("alloy", "silver-925"),
    "silver",
    "sterling silver",
    "sterling",
    "925 silver",
    "silver 925",
  ],
  [
    choiceTerm("alloy", "platinum-950"),
    "platinum",
    "platinum 950",
    "950 platinum",
    "pt950",
    "pt 950",
  ],
  [choiceTerm("alloy", "platinum-900"), "platinum 900", "900 platinum", "pt900", "pt 900"],
  [choiceTerm("alloy", "palladium-950"), "palladium", "palladium 950", "950 palladium"],
  [choiceTerm("alloy", "brass"), "brass"],
  [choiceTerm("alloy", "bronze"), "bronze"],
  [choiceTerm("alloy", "steel-420"), "steel", "stainless steel", "stainless"],
  [choiceTerm("alloy", "titanium-6al4v"), "titanium"],
];

/** The stone of each month, of those that are set here. */
const BIRTHSTONES = {
  january: "garnet",
  february: "amethyst",
  march: "aquamarine",
  april: "diamond",
  may: "emerald",
  july: "ruby",
  august: "peridot",
  september: "sapphire",
  october: "tourmaline",
  november: "topaz",
  december: "tanzanite",
} as const;

const BIRTHSTONES_EN: Phrases<Term> = Object.entries(BIRTHSTONES).map(([month, id]) => [
  stone(id),
  `${month} birthstone`,
  ...["", "for ", "of ", "in "].map((link) => `birthstone ${link}${month}`),
]);

export const STONES_EN: Phrases<Term> = [
  ...BIRTHSTONES_EN,
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
];

/** Colours of stones that name no stone. */
export const STONE_COLOURS_EN: Phrases<Term> = [
  [valueTerm("stoneColour", "blue"), "blue"],
  [valueTerm("stoneColour", "red"), "red"],
  [valueTerm("stoneColour", "green"), "green"],
  [valueTerm("stoneColour", "purple"), "purple", "violet", "lilac"],
  [valueTerm("stoneColour", "pink"), "pink"],
  [valueTerm("stoneColour", "black"), "black"],
  [valueTerm("stoneColour", "orange"), "orange"],
  [valueTerm("stoneColour", "colourless"), "colourless", "colorless", "clear stone"],
];

export const CUTS_EN: Phrases<Term> = [
  [cut("round"), "round", "round cut", "round brilliant", "brilliant cut"],
  [cut("oval"), "oval", "oval cut"],
  [cut("cushion"), "cushion", "cushion cut"],
  [cut("princess"), "princess", "princess cut", "square cut"],
  [cut("emerald"), "emerald cut", "step cut"],
  [cut("pear"), "pear", "pear cut", "pear shape", "pear shaped", "teardrop"],
  [cut("marquise"), "marquise", "marquise cut", "navette"],
];

/** Stones and metals that are not worked here. */
export const FOREIGN_STONES_EN: Phrases<Term> = [
  [
    valueTerm("otherStone", "stone"),
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
    ...["black diamond", "yellow diamond", "pink diamond", "blue diamond", "champagne diamond"],
    ...["salt and pepper diamond", "yellow sapphire", "pink sapphire", "white sapphire"],
    ...["green sapphire", "padparadscha", "black onyx", "star sapphire"],
  ],
];

export const FOREIGN_METALS_EN: Phrases<Term> = [
  [
    valueTerm("otherMetal", "metal"),
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
];

/** Wishes about the price of a piece of metal. */
export const CHEAPER_EN: Phrases<Term> = [
  [
    valueTerm("cheaper", "cheaper"),
    "cheaper",
    "less expensive",
    "too expensive",
    "cost less",
    "costs too much",
    "bring the price down",
  ],
];
