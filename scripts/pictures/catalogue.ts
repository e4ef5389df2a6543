/** Sentences that the catalogue's pieces come of, by kind; a kind without any shows its default and its example. */
export const CATALOGUE: Readonly<Record<string, readonly string[]>> = {
  ring: [
    "A rose gold ring, US 7, with a 7 x 5 mm oval sapphire and pavé shoulders",
    "A platinum halo ring with a cushion diamond",
    "A yellow gold three-stone ring with an emerald",
  ],
  pendant: [
    "A yellow gold halo pendant with an oval sapphire",
    "A rose gold pendant with a pear ruby",
  ],
  earrings: ["White gold drop earrings with pear aquamarines", "Yellow gold hoop earrings"],
  eternity: [
    "a platinum eternity ring, US 6, 2.5 mm diamonds in shared prongs",
    "a rose gold eternity ring with sapphires",
  ],
  cluster: ["a white gold cluster ring with a sapphire", "a yellow gold cluster ring with a ruby"],
  bracelet: ["a 19 cm curb bracelet in 14K yellow gold", "a silver cable bracelet, 18 cm"],
  necklace: ["a 45 cm paperclip necklace in yellow gold", "a rose gold rope necklace, 45 cm"],
  medal: ["a bronze medal", "a silver medal saying “Anno 2026”"],
  top: ["a striped jersey top with a boat neck and long sleeves", "a green top with short sleeves"],
  coat: ["a camel wool coat with lapels and patch pockets", "a black coat"],
  object: [""],
  bangle: ["An oval yellow gold bangle with pavé", "A plain silver bangle"],
  cuff: ["A rose gold cuff with ball ends", "A satin silver cuff"],
  dress: ["A blue dress with a V neck", "A red dress"],
  skirt: ["A red gingham skirt", "A black skirt"],
  trousers: ["Navy trousers"],
};
