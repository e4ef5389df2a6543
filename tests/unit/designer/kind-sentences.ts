/** Sentences by the kind they are about: with typos, mixed units and words of other kinds. */
export const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  ring: [
    "a rose gold ring, US 7, with a 7 x 5 mm oval sapphire and pavé shoulders",
    "a plain platinum band, 4 mm wide, size 54",
    "white gold solitaire with a 1 ct diamond",
    "6 prong round moissanite 6.5 mm, JP 14",
    "gold rign with a saphire, 1/4 inch wide",
    "an engagement ring to go with her necklace, UK N½",
  ],
  pendant: [
    "a silver pendant with a 6 mm round ruby",
    "a white gold pendnat with a halo",
    "pendant necklace with an oval emerald, 8 x 6 mm",
    "a pendant to match my ring, bezel set",
  ],
  earrings: [
    "diamond studs in platinum, half a carat each",
    "a pair of gold hoops, 3 cm across",
    "gold earings with rubys",
    "drop earrings with pear aquamarines",
    "earrings to match my engagement ring",
  ],
  cuff: ["a silver cuff, 12 mm wide", "an open cuff bracelet in 14k gold with ball ends"],
  bangle: ["a 6 mm wide gold bangle, 62 mm inside", "a bangel in rose gold, 2.5 inch"],
  bracelet: [
    "a curb chain bracelet in silver, 19 cm",
    "7.5 inch gold bracelet with cable links",
    "a braclet for a 16 cm wrist",
  ],
  necklace: [
    "a gold chain necklace, 45 cm",
    "an 18 inch figaro chain in silver",
    "a neckalce of belcher links, 50 cm, 3 mm wide",
  ],
  signet: [
    "an oval signet ring in yellow gold engraved with J&M",
    'a silver signet saying "AB", US 9',
    "a singet ring with a cushion top",
  ],
  "name-pendant": [
    "a name pendant saying Anna in rose gold",
    "name necklace “Sofia”, 18k, 3 cm wide",
    "a nameplate pendant in silver with the name Mia",
  ],
  cluster: ["a cluster ring with seven diamonds", "a flower cluster ring of rubies, EU 54"],
  eternity: ["a full eternity ring with 2 mm sapphires, US 6", "half eternity band in platinum"],
  medal: [
    "a bronze medal of this picture, 40 mm",
    "a commemorative coin, 1.5 inch, in silver",
    "a medallion of polished metal with my dog",
  ],
  cameo: [
    "a cameo pendant of this portrait, 30 mm",
    "an oval cameo in rose gold, to wear on a chain",
  ],
  lithophane: [
    "a lithophane of this photo, 10 x 8 cm",
    "litophane of my family, curved, 150 mm wide",
    "a lithophne of Paris by night, 12 cm wide",
  ],
  keychain: [
    "a keychain of my dog's outline, 50 mm",
    "keyring with our logo in black PLA",
    "a key ring from this picture, 2 inches tall",
  ],
  model: ["an imported model, 60 mm high", "a test cube, 30 mm high"],
  object: ["a toy of this photo, 80 mm tall", "turn this photo into a 3d object, 10 cm high"],
  dress: [
    "a red summer dress, knee length, size 38",
    "an evening gown in navy silk, UK 12",
    "a drss with puff sleeves and a v neck, 105 cm long",
  ],
  skirt: [
    "a pleated skirt in dark green, 70 cm long",
    "an a-line skrit in denim, waist 28 inches",
    "a flared skirt in navy, 65 cm long",
  ],
  top: ["a white linen blouse with long sleeves, size M", "a sleeveless silk top in ivory, EU 40"],
  coat: ["a camel wool coat, size L, knee-length", "a double breasted jacket in charcoal"],
  trousers: [
    "wide leg trousers in black wool, EU 40",
    "a pair of jeans, waist 30 inch, inseam 80 cm",
  ],
  figurine: [
    "a superhero figurine, 75 mm tall",
    "a bride and groom style figure: the bride figurine in a white dress, 4 inches",
    'a figurne of a footballer with the name "Leo"',
    "a graduate figurine, 12 cm",
  ],
};
