const ENTITIES: Record<string, string> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ndash: "–", mdash: "—" },
  ...{ hellip: "…", rsquo: "’", lsquo: "‘", ldquo: "“", rdquo: "”", eacute: "é", egrave: "è" },
};

const TAG = /<\/?[a-z!][^<>]{0,2000}>/gi;
const HIDDEN = /<(script|style)\b[^<>]{0,2000}>[\s\S]*?<\/\1\s*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;
/** Characters that steer terminals or turn the direction of text. */
const CONTROLS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** A text without markup, entities and control characters, and whether there was markup in it. */
export function plainText(text: string): { text: string; hadMarkup: boolean } {
  const decoded = text.toWellFormed().replace(ENTITY, decode);
  const bare = decoded.replace(HIDDEN, " ").replace(TAG, " ");
  const hadMarkup = bare !== decoded;
  return { text: bare.replace(CONTROLS, " ").replace(/\s+/g, " ").trim(), hadMarkup };
}

function decode(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : "";
}
