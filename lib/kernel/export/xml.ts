const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text safe in XML 1.0; control characters it cannot hold are left out. */
export function escapeXml(text: string): string {
  return Array.from(text)
    .filter((character) => character >= " " || character === "\t" || character === "\n")
    .map((character) => ENTITIES[character] ?? character)
    .join("");
}
