/** Things people design, wear and keep: a kind whose own nouns these are not is not meant by them. */
export const PIECE_NOUNS_EN: readonly string[] = [
  ...["ring", "signet", "necklace", "pendant", "locket", "chain", "earring", "ear ring", "stud"],
  ...["bracelet", "bangle", "anklet", "cuff", "brooch", "cufflink", "tiara", "watch", "charm"],
  ...["tie pin", "tie clip", "tie bar", "hairpin", "hair clip", "belt buckle", "pocket watch"],
  ...["dress", "gown", "skirt", "blouse", "shirt", "coat", "jacket", "trousers", "jeans", "shorts"],
  ...[
    "shoe",
    "boot",
    "hat",
    "bag",
    "scarf",
    "figurine",
    "statue",
    "figure",
    "bust",
    "medal",
    "coin",
  ],
  ...["medallion", "cameo", "lithophane", "keychain", "keyring", "key ring", "key chain", "mug"],
  ...["sofa", "chair", "table", "lamp", "car", "house", "boat", "phone case"],
];
