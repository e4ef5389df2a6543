/** English words of a search that ask for nothing by themselves. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of in on at by to for with and or is it that this like similar something some any me my i want " +
    "find show looking please than less more most up between under below over above about around from max min " +
    "maximum minimum within cheaper budget price priced cost costs buy shop one"
  ).split(" "),
);
