import { exampleKinds } from "#lib/kinds/example-kinds.ts";
import { listKinds } from "#lib/kinds/registry.ts";

/** Sentences at the start form. */
const COUNT = 5;

/** Sentences that show what one can say, of several sorts of pieces. */
export const exampleSentences = (): string[] =>
  exampleKinds(listKinds(), COUNT).map(
    ({ example }) => example.charAt(0).toUpperCase() + example.slice(1),
  );
