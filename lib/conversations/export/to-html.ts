import { isTextUIPart, isToolUIPart } from "ai";
import type { DesignView, FieldChange } from "#lib/designs/types.ts";
import { fieldsOf, formatValue } from "#lib/kinds/read/fields.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { minorDigits, minorPerWhole } from "#lib/shared/currencies.ts";
import { pictureIdsOf } from "../message-parts.ts";
import type { DesignResult } from "../tools/tool.ts";
import type { ConversationView, MessageView } from "../types.ts";

interface HtmlInput {
  conversation: ConversationView & { messages: readonly MessageView[] };
  designs: readonly DesignView[];
  /** `data:` addresses by picture id. */
  pictures: ReadonlyMap<string, string>;
  exportedAt: string;
}

/** A conversation as one HTML file that needs nothing else: no script, no style sheet, no picture from elsewhere. */
export function toHtml({ conversation, designs, pictures, exportedAt }: HtmlInput): string {
  const title = escaped(conversation.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${conversation.description ? `<p>${escaped(conversation.description)}</p>` : ""}
<p class="quiet">${day(conversation.createdAt)} – ${day(conversation.updatedAt)}, saved ${day(exportedAt)}</p>
</header>
<main>
${conversation.messages.map((message) => messageHtml(message, pictures)).join("\n")}
</main>
${designs.length > 0 ? `<section>\n<h2>Pieces</h2>\n${designs.map((design) => designHtml(design, pictures)).join("\n")}\n</section>` : ""}
</body>
</html>
`;
}

function messageHtml(message: MessageView, pictures: ReadonlyMap<string, string>): string {
  const own = message.role === "user";
  const parts = message.parts.map((part) => {
    if (isTextUIPart(part)) return textHtml(part.text);
    if (isToolUIPart(part)) return resultHtml("output" in part ? part.output : null);
    return pictureIdsOf([part])
      .map((id) => pictureHtml(pictures.get(id), "Picture"))
      .join("");
  });
  return `<article class="${own ? "own" : "answer"}">
<p class="who">${own ? "You" : "Maquette"} <time datetime="${message.createdAt}">${day(message.createdAt)}</time></p>
${parts.join("\n")}
</article>`;
}

/** Paragraphs with the designer's bold; nothing in a text is markup. */
const textHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => escaped(paragraph).replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>"))
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
    .join("\n");

/** What a tool changed, as a card. */
function resultHtml(output: unknown): string {
  const { title, kind, changes, massG, price } = (output ?? {}) as Partial<DesignResult>;
  if (!title || !kind || !changes) return "";
  const facts = [
    ...changes.map((change) => changeText(kind, change)),
    ...(massG == null ? [] : [`${massG.toFixed(2)} g`]),
    ...(price ? [moneyText(price.totalMinor, price.currency)] : []),
  ];
  return `<p class="card"><strong>${escaped(title)}</strong><br>${facts.map(escaped).join(" · ")}</p>`;
}

function changeText(kind: string, { field, label, before, after }: FieldChange): string {
  const known = fieldsOf(getKind(kind).schema).find(({ name }) => name === field);
  const text = (value: unknown) => (known ? formatValue(known, value) : String(value));
  return `${label}: ${text(before)} → ${text(after)}`;
}

function designHtml(design: DesignView, pictures: ReadonlyMap<string, string>): string {
  const { revision, title } = design;
  const { measures, price } = revision;
  const facts = [
    ...(revision.words ? [revision.words] : []),
    ...(measures ? [`${measures.massG.toFixed(2)} g`] : []),
    ...(measures ? [`${measures.boxMm.map((mm) => mm.toFixed(1)).join(" × ")} mm`] : []),
    ...(price ? [moneyText(price.totalMinor, price.currency)] : []),
  ];
  const shown = revision.pictures.map(({ id, view }) =>
    pictureHtml(pictures.get(id), `${title}, ${view ?? "picture"}`),
  );
  return `<article>
<h3>${escaped(title)}</h3>
<p>${facts.map(escaped).join("<br>")}</p>
<div class="pictures">${shown.join("")}</div>
</article>`;
}

const pictureHtml = (address: string | undefined, alt: string): string =>
  address ? `<img src="${address}" alt="${escaped(alt)}">` : "";

const moneyText = (minor: number, currency: string): string =>
  `${(minor / minorPerWhole(currency)).toFixed(minorDigits(currency))} ${currency}`;

const day = (iso: string): string => iso.slice(0, 16).replace("T", " ");

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
.quiet, .who { color: GrayText; font-size: .85rem; }
.who { margin: 0 0 .25rem; }
main article { margin: 1.75rem 0; }
.own { border-inline-start: 3px solid currentColor; padding-inline-start: 1rem; }
.card { border: 1px solid GrayText; border-radius: .6rem; padding: .6rem .9rem; }
img { max-width: 100%; border-radius: .6rem; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: .75rem; }
`;
