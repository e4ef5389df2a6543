import { SaxesParser } from "saxes";

/** The texts of the named elements of a document, in order; what is no XML has none. */
export function textsOf(xml: string, names: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = Object.fromEntries(names.map((name) => [name, []]));
  const parser = new SaxesParser();
  let text = "";
  let isBroken = false;
  parser.on("error", () => {
    isBroken = true;
  });
  parser.on("opentag", () => {
    text = "";
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("closetag", ({ name }) => {
    if (!isBroken) found[name]?.push(text);
    text = "";
  });
  parser.write(xml).close();
  return found;
}

/** A text safe between tags. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
