import { expect, type Page, test } from "@playwright/test";
import { modelReady, signUp, startWith } from "./person.ts";

/** Three sentences of each category; each must lead to a piece with pictures and files. */
const SENTENCES = {
  jewellery: [
    "a plain silver ring, 3 mm wide, EU 54",
    "a silver medal, 32 mm, polished",
    "an oval cameo pendant in rose gold, 30 mm",
  ],
};
