/** One piece of the sheet. */
export interface Shown {
  kind: string;
  /** What the designer makes it of; empty for the kind as it comes. */
  sentence: string;
  /** What it is called on the sheet; the kind's title where not given. */
  title?: string;
  /** Takes two columns and two rows. */
  isLarge?: boolean;
  ground?: Ground;
}

/** Paper a piece is photographed on; `night` is a black table. */
export type Ground = "sand" | "mist" | "blush" | "sage" | "night";

export interface Section {
  title: string;
  /** Pieces that stand upright get a taller frame. */
  frame: "square" | "tall";
  ground: Ground;
  pieces: readonly Shown[];
}

/** Everything people can design, as a shop's catalogue shows it. */
export const CATALOGUE: readonly Section[] = [
  {
    title: "Rings",
    frame: "square",
    ground: "sand",
    pieces: [
      {
        kind: "ring",
        sentence: "A rose gold ring, US 7, with a 7 x 5 mm oval sapphire and pavé shoulders",
        title: "Oval sapphire, pavé shoulders",
        isLarge: true,
      },
      { kind: "ring", sentence: "A platinum halo ring with a cushion diamond", title: "Halo ring" },
      {
        kind: "ring",
        sentence: "A yellow gold three-stone ring with an emerald",
        title: "Three stones",
      },
      {
        kind: "eternity",
        sentence: "a platinum eternity ring, US 6, 2.5 mm diamonds in shared prongs",
        ground: "night",
      },
      {
        kind: "eternity",
        sentence: "a rose gold eternity ring with rubies, 4.2 mm wide, in a channel",
        title: "Channel-set eternity",
      },
      {
        kind: "cluster",
        sentence: "a white gold cluster ring with a 5 mm sapphire and 10 diamond petals",
      },
      { kind: "cluster", sentence: "a yellow gold cluster ring with a ruby", title: "Ruby flower" },
      {
        kind: "signet",
        sentence: "a satin yellow gold signet ring, oval table, engraved with “EM”",
      },
      {
        kind: "signet",
        sentence: "a satin silver signet ring, cushion table, engraved with “K”",
        title: "Cushion signet",
      },
    ],
  },
  {
    title: "For neck and ear",
    frame: "square",
    ground: "mist",
    pieces: [
      {
        kind: "pendant",
        sentence: "A rose gold pendant with a pear ruby",
        title: "Pear pendant",
      },
      { kind: "name-pendant", sentence: "a name pendant saying “Amélie” in script letters" },
      {
        kind: "necklace",
        sentence: "a 45 cm paperclip necklace in yellow gold",
        title: "Paperclip",
      },
      { kind: "necklace", sentence: "a 45 cm silver cable necklace", title: "Cable chain" },
      {
        kind: "pendant",
        sentence: "A yellow gold halo pendant with an oval sapphire",
        title: "Sapphire in a halo",
        isLarge: true,
      },
      {
        kind: "earrings",
        sentence: "White gold drop earrings with pear aquamarines",
        title: "Drops",
      },
      { kind: "earrings", sentence: "Yellow gold hoop earrings", title: "Hoops" },
      {
        kind: "earrings",
        sentence: "platinum stud earrings with 5 mm round diamonds in four prongs",
        title: "Studs",
        ground: "night",
      },
      {
        kind: "name-pendant",
        sentence: "a rose gold name pendant saying “Nguyễn” in roman letters",
        title: "In roman letters",
      },
    ],
  },
  {
    title: "For the wrist",
    frame: "square",
    ground: "blush",
    pieces: [
      { kind: "bangle", sentence: "An oval yellow gold bangle with pavé", title: "Pavé bangle" },
      { kind: "bangle", sentence: "A plain silver bangle" },
      { kind: "cuff", sentence: "A rose gold cuff with ball ends" },
      {
        kind: "cuff",
        sentence: "A satin silver cuff, 12 mm wide, with rounded ends",
        title: "Satin cuff",
      },
      {
        kind: "bracelet",
        sentence: "a 19 cm curb bracelet in 14K yellow gold",
        title: "Curb bracelet",
      },
      { kind: "bracelet", sentence: "a silver cable bracelet, 18 cm", title: "Cable bracelet" },
    ],
  },
  {
    title: "Relief, from a picture",
    frame: "square",
    ground: "sage",
    pieces: [
      { kind: "medal", sentence: "a bronze medal" },
      { kind: "medal", sentence: "a silver medal saying “Anno 2026”", title: "Lettered medal" },
      { kind: "cameo", sentence: "a rose gold cameo with a rope frame" },
      { kind: "lithophane", sentence: "a curved lithophane", title: "Lithophane, lit" },
      { kind: "keychain", sentence: "a keychain in red PLA" },
      { kind: "keychain", sentence: "a keychain with recessed lines in blue PLA", title: "Lines" },
    ],
  },
  {
    title: "Cut and sewn",
    frame: "tall",
    ground: "mist",
    pieces: [
      { kind: "dress", sentence: "A red dress with a V neck" },
      {
        kind: "dress",
        sentence: "a navy maxi dress with long sleeves and white dots",
        title: "Maxi",
      },
      { kind: "skirt", sentence: "A red gingham circle skirt" },
      {
        kind: "top",
        sentence: "a striped jersey top with a boat neck and long sleeves",
      },
      { kind: "coat", sentence: "a camel wool coat with lapels and patch pockets" },
      { kind: "trousers", sentence: "high-waisted wide-leg trousers in cream twill" },
    ],
  },
  {
    title: "Figures and objects",
    frame: "tall",
    ground: "sand",
    pieces: [
      { kind: "figurine", sentence: "a superhero figurine", title: "Superhero" },
      { kind: "figurine", sentence: "a bride figurine with long blonde hair", title: "Bride" },
      {
        kind: "figurine",
        sentence: "a graduate figurine with a name plate ANNA",
        title: "Graduate",
      },
      { kind: "figurine", sentence: "a musician figurine", title: "Musician" },
      { kind: "object", sentence: "", title: "Object from a photo" },
      { kind: "model", sentence: "", title: "Imported model" },
    ],
  },
];
