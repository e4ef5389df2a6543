import { fieldsOf } from "../../../kinds/read/fields.ts";
import type { KindReading } from "../../../kinds/surest-reading.ts";
import type { Situation } from "./situation.ts";

/** Words that point at a picture sent before. */
const PICTURE_WORDS = /\b(picture|photo|photograph|image|drawing|logo|portrait|selfie|scan)s?\b/i;
/** A picture sent to a kind that takes one is a wish. */
const SURE = 0.6;

/** The picture a message is about: one sent with it, or the newest one when it speaks of a picture. */
export function pictureMeant(situation: Situation): string | null {
  const { pictures, hasPicture, text, askedAbout } = situation;
  const speaksOfOne = PICTURE_WORDS.test(text) || PICTURE_WORDS.test(askedAbout ?? "");
  return hasPicture || speaksOfOne ? (pictures[0] ?? null) : null;
}

/** The reading with the picture the message is about in the kind's first field for one; as it is for other kinds. */
export function withSentPicture(described: KindReading, situation: Situation): KindReading {
  const { kind, reading } = described;
  const field = fieldsOf(kind.schema).find(({ input }) => input === "picture");
  const id = pictureMeant(situation);
  if (!field || !id || reading.patch[field.name] !== undefined) return described;
  const isNews = situation.current?.kind !== kind.id || situation.current.spec[field.name] !== id;
  if (!isNews) return described;
  const confidence = situation.hasPicture ? Math.max(SURE, reading.confidence) : reading.confidence;
  return {
    kind,
    reading: { ...reading, confidence, patch: { ...reading.patch, [field.name]: id } },
  };
}
