/** Line ends, tabs and other control characters, and marks that turn the direction of what follows. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** A text as one line: well-formed and composed (NFC), controls and runs of spaces made one space, trimmed. */
export function cleanLine(text: string): string {
  return text.toWellFormed().normalize("NFC").replace(CONTROLS, " ").replace(/\s+/g, " ").trim();
}
