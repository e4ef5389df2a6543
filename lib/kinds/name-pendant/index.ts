import type { Kind } from "../kind.ts";
import { buildNamePendant } from "./build.ts";
import { checkNamePendant } from "./check.ts";
import { priceNamePendant } from "./price.ts";
import { NAME_PENDANT_READER } from "./read.ts";
import { type NamePendantSpec, namePendantSchema } from "./schema.ts";
import { suggestForNamePendant } from "./suggest.ts";
import { namePendantWords } from "./words.ts";

export const namePendant: Kind<NamePendantSpec> = {
  ...NAME_PENDANT_READER,
  id: "name-pendant",
  title: "Name pendant",
  category: "jewellery",
  schema: namePendantSchema,
  example: "a name pendant saying “Nguyễn” in script letters, rose gold",
  build: buildNamePendant,
  check: checkNamePendant,
  price: priceNamePendant,
  free: ["thicknessMm"],
  words: namePendantWords,
  suggest: suggestForNamePendant,
};
