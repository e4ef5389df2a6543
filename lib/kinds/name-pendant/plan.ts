import { leastHeightMm, textLengthMm } from "../../kernel/text/engraving.ts";
import { getFont } from "../../kernel/text/fonts.ts";
import { requireLetters } from "../../kernel/text/letters.ts";
import { invalidInput } from "../../shared/errors.ts";
import { limitsOf } from "../limits.ts";
import { type NamePendantSpec, namePendantSchema } from "./schema.ts";

const requireWithin = limitsOf<keyof NamePendantSpec & string>(namePendantSchema);

/** What lies flat below a collar bone. */
const MOST_LENGTH_MM = 90;
const MOST_EDGE = 0.45;
const HEIGHT_STEP_MM = 0.5;
const STANDARD = "Anna";

const toStep = (heightMm: number) => Math.ceil(heightMm / HEIGHT_STEP_MM - 1e-6) * HEIGHT_STEP_MM;

/** Throws `invalid_input` with the longest beginning that fits at the least letter height. */
function requireShort(text: string, spec: NamePendantSpec, leastMm: number): void {
  const font = getFont(spec.lettering);
  const fits = (some: string) => textLengthMm(some, font, leastMm) <= MOST_LENGTH_MM;
  if (fits(text)) return;
  const characters = [...text];
  let count = characters.length - 1;
  const beginning = () => characters.slice(0, count).join("").trim();
  while (count > 1 && !fits(beginning())) count--;
  const nearest = beginning() || STANDARD;
  const message = `“${text}” in letters ${leastMm} mm high, the least for strokes ${spec.lineMm} mm wide, is longer than ${MOST_LENGTH_MM} mm. The nearest that works is “${nearest}”.`;
  throw invalidInput(message, {
    details: { field: "text", value: spec.text, maximum: MOST_LENGTH_MM, unit: null, nearest },
    fieldErrors: { text: message },
  });
}

/** The name as it will be made. Throws `invalid_input` where valid single values cannot go together. */
export function planName(spec: NamePendantSpec): string {
  const font = getFont(spec.lettering);
  const given = { text: spec.text, field: "text", label: "Name", standard: STANDARD };
  const text = requireLetters(given, font);
  const leastMm = toStep(leastHeightMm(font, spec.lineMm));
  requireShort(text, spec, leastMm);
  requireWithin({
    field: "letterHeightMm",
    value: spec.letterHeightMm,
    minimum: leastMm,
    maximum: Math.max(leastMm, MOST_LENGTH_MM / textLengthMm(text, font, 1)),
    reason: `“${text}” with strokes ${spec.lineMm} mm wide stays open and wearable between these heights.`,
  });
  requireWithin({
    field: "edgeMm",
    value: spec.edgeMm,
    maximum: Math.min(MOST_EDGE * spec.thicknessMm, MOST_EDGE * spec.lineMm),
    reason: "An edge takes less than half of the thickness and of a stroke.",
  });
  return text;
}
