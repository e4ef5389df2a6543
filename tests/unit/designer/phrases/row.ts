/** A message to the embedded designer, and what must come of it. */
export interface Phrase {
  /** Kind of the piece that is made, or of the one on the table. */
  kind: string;
  /** What the piece on the table has besides its defaults; without it there is no piece yet. */
  now?: Record<string, unknown>;
  /** What was said before, and the designer asked about. */
  after?: string;
  says: string;
  /** The typed patch, whole: every other field stays. `asks` is a question and no change. */
  is: Record<string, unknown> | "asks";
}

/** A piece of that kind is made. */
export const makes = (kind: string, says: string, is: Phrase["is"]): Phrase => ({ kind, says, is });

/** The piece on the table is changed. */
export const changes = (
  kind: string,
  now: Record<string, unknown>,
  says: string,
  is: Phrase["is"],
): Phrase => ({ kind, now, says, is });

/** The answer to a question. */
export const follows = (
  kind: string,
  now: Record<string, unknown> | undefined,
  after: string,
  says: string,
  is: Phrase["is"],
): Phrase => ({ kind, ...(now && { now }), after, says, is });

/** A ring with a stone, shoulders and a metal that differ from the defaults. */
export const SET_RING = {
  alloy: "gold-18k-rose",
  stone: "sapphire",
  cut: "oval",
  stoneLengthMm: 7,
  stoneWidthMm: 5,
  shoulders: "pave",
} as const;
