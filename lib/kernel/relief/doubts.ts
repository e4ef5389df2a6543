/** Why a subject may be wrong, by a name for other languages. */
export const DOUBTS = {
  small: "Only a small part of the photo was taken for the subject.",
  large: "Nearly all of the photo was taken for the subject.",
  cut: "The subject runs over the edge of the photo.",
  uneven: "The ground is uneven, so the outline may be off.",
  alike: "The subject has nearly the colour of its ground, so a part of it may be missing.",
} as const;

export type Doubt = keyof typeof DOUBTS;

/** The name of a doubt that is told in words; null for words of another time. */
export function doubtOf(words: string): Doubt | null {
  const names = Object.keys(DOUBTS) as Doubt[];
  return names.find((name) => DOUBTS[name] === words) ?? null;
}
