import { getLocale, getTranslations } from "next-intl/server";
import { exampleKinds } from "#lib/kinds/example-kinds.ts";
import { listKinds } from "#lib/kinds/registry.ts";

/** Sentences at the start form. */
const COUNT = 5;
/** Pieces of the front page whose sentences are in every language. */
const SAID = [
  "oval-sapphire-pave",
  "halo-pendant",
  "drop-earrings",
  "gingham-skirt",
  "sun-medal",
] as const;

/** Sentences that show what one can say, of several sorts of pieces, in the language of the page. */
export async function exampleSentences(): Promise<string[]> {
  if ((await getLocale()) !== "en") {
    const t = await getTranslations("front.gallery.pieces");
    return SAID.map((piece) => t(piece));
  }
  return exampleKinds(listKinds(), COUNT).map(
    ({ example }) => example.charAt(0).toUpperCase() + example.slice(1),
  );
}
