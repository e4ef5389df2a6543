/** What is not made here, and what a person is told about it. */
export const CATEGORIES = {
  minors: "Sexual content with children or young people is not made here.",
  nudity:
    "Naked people and sexual scenes are not made here. Clothed people, swimwear and lingerie are fine.",
  real_person:
    "Pictures that undress somebody or put a person into a sexual scene are not made here.",
  hate: "Signs and slogans of hate groups are not made here. Religious signs are fine.",
  violence: "Torture, mutilation and gore are not made here. Skulls, swords and dragons are fine.",
  weapons:
    "Working parts of weapons are not made here. Toys, props and jewellery in their shape are fine.",
} as const;

export type Category = keyof typeof CATEGORIES;
