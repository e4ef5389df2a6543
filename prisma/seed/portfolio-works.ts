import type { CraftId } from "#lib/shared/crafts.ts";

/** A piece of the example portfolios: drawn once by `npm run pictures:ateliers`, shown by several ateliers. */
export interface PortfolioWork {
  kind: string;
  /** The words it is drawn from, and the title it is shown under. */
  sentence: string;
  crafts: readonly CraftId[];
}

const work = (kind: string, sentence: string, ...crafts: CraftId[]): PortfolioWork => ({
  kind,
  sentence,
  crafts,
});

/** By the name of the picture's file. */
export const PORTFOLIO_WORKS = {
  "rose-oval": work(
    "ring",
    "a rose gold ring, US 6, with an 8 x 6 mm oval tourmaline and pavé shoulders",
    "casting",
    "stone-setting",
  ),
  "platinum-solitaire": work(
    "ring",
    "a platinum solitaire ring, US 6, with a 6.5 mm round diamond in six prongs",
    "casting",
    "stone-setting",
  ),
  "three-stone": work(
    "ring",
    "a three-stone ring in 18K yellow gold, US 7, with a 7 x 5 mm oval ruby",
    "casting",
    "stone-setting",
  ),
  "halo-cushion": work(
    "ring",
    "a white gold halo ring, US 6, with a 6 mm cushion sapphire",
    "casting",
    "stone-setting",
  ),
  "plain-band": work(
    "ring",
    "a plain 18K yellow gold band, 5 mm wide, comfort fit, US 9",
    "casting",
  ),
  "silver-band": work("ring", "a plain satin silver band, 7 mm wide, flat, US 10", "casting"),
  "eternity-sapphire": work(
    "eternity",
    "a platinum eternity ring, US 6, 2.5 mm sapphires in shared prongs",
    "casting",
    "stone-setting",
  ),
  "cluster-ruby": work(
    "cluster",
    "a cluster ring in yellow gold, 5 mm ruby with 10 diamond petals, EU 54",
    "casting",
    "stone-setting",
  ),
  "signet-silver": work(
    "signet",
    "a signet ring, US 9, oval table, engraved with “EM”, silver",
    "casting",
    "engraving",
  ),
  "signet-gold": work(
    "signet",
    "a signet ring, US 10, engraved with “R”, 18K yellow gold",
    "casting",
    "engraving",
  ),
  "aquamarine-pendant": work(
    "pendant",
    "a white gold pendant with a 7 mm round aquamarine in a bezel and a halo",
    "casting",
    "stone-setting",
  ),
  "garnet-pendant": work(
    "pendant",
    "a yellow gold pendant with an 8 x 6 mm pear garnet in prongs and a halo",
    "casting",
    "stone-setting",
  ),
  "name-script": work(
    "name-pendant",
    "a name pendant saying “Sofia” in script letters, yellow gold",
    "casting",
    "engraving",
  ),
  "diamond-studs": work(
    "earrings",
    "platinum stud earrings with 5 mm round diamonds in four prongs",
    "casting",
    "stone-setting",
  ),
  "pave-bangle": work(
    "bangle",
    "an oval rose gold bangle, 60 x 52 mm inside, pavé diamonds of 1.8 mm",
    "casting",
    "stone-setting",
  ),
  "silver-cuff": work("cuff", "a silver cuff, 12 mm wide, tapering to 8 mm balls", "casting"),
  "curb-bracelet": work(
    "bracelet",
    "a 19 cm curb bracelet in 14K yellow gold with 7 mm links",
    "chain-making",
    "casting",
  ),
  "paperclip-necklace": work(
    "necklace",
    "a 45 cm paperclip necklace in 18K yellow gold, 1.3 mm wire",
    "chain-making",
    "casting",
  ),
  "silver-necklace": work("necklace", "a 50 cm necklace in silver", "chain-making", "casting"),
  "graduate-figurine": work(
    "figurine",
    "a graduate figurine 90 mm tall with long brown hair and a name plate ANNA",
    "full-colour",
  ),
  "doctor-figurine": work(
    "figurine",
    "a doctor figurine 80 mm tall with short black hair",
    "full-colour",
  ),
  "bride-figurine": work(
    "figurine",
    "a bride figurine 100 mm tall with blond hair",
    "full-colour",
    "painting",
  ),
  "resin-figurine": work(
    "figurine",
    "a superhero figurine 120 mm tall in grey resin",
    "sla",
    "painting",
  ),
  "wrap-dress": work(
    "dress",
    "a navy midi wrap dress with short sleeves and white dots, size 38",
    "tailoring",
  ),
  "red-dress": work(
    "dress",
    "a red satin maxi dress with short sleeves and white dots, size 36",
    "tailoring",
  ),
  "linen-dress": work(
    "dress",
    "a cream knee-length shirt dress with long sleeves, size 40",
    "tailoring",
  ),
  "gingham-skirt": work("skirt", "a red gingham circle skirt, knee-length, US 8", "tailoring"),
  "denim-skirt": work(
    "skirt",
    "a blue checked denim pencil skirt, knee-length, size 38",
    "tailoring",
  ),
  "jersey-top": work(
    "top",
    "a striped jersey top with a boat neck and long sleeves, size M",
    "tailoring",
    "knitting",
  ),
  "knit-turtleneck": work(
    "top",
    "a green striped jersey turtleneck top with long sleeves, size M",
    "knitting",
    "tailoring",
  ),
  "camel-coat": work(
    "coat",
    "a camel wool coat with lapels and patch pockets, knee-length, size 40",
    "tailoring",
  ),
  "grey-coat": work("coat", "a grey wool coat with lapels, midi, size 38", "tailoring"),
  "twill-trousers": work(
    "trousers",
    "high-waisted wide-leg trousers in cream twill, size 40",
    "tailoring",
  ),
  "denim-trousers": work("trousers", "straight denim trousers, size 38", "tailoring"),
} as const satisfies Record<string, PortfolioWork>;

export type PortfolioWorkName = keyof typeof PORTFOLIO_WORKS;
