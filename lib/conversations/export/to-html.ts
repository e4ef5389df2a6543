import { isTextUIPart, isToolUIPart } from "ai";
import type { DesignView, FieldChange } from "#lib/designs/types.ts";
import { amount } from "#lib/kernel/price/amount.ts";
import { fieldsOf, formatValue } from "#lib/kinds/read/fields.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { fieldsIn } from "#lib/kinds/tongues/labels/index.ts";
import { localNumbers } from "#lib/shared/local-numbers.ts";
import type { Locale } from "#lib/shared/locales.ts";
import { pictureIdsOf } from "../message-parts.ts";
import type { DesignResult } from "../tools/tool.ts";
import type { ConversationView, MessageView } from "../types.ts";
import { HTML_WORDS, type HtmlWords } from "./html-words.ts";

interface HtmlInput {
  conversation: ConversationView & { messages: readonly MessageView[] };
  designs: readonly DesignView[];
  /** `data:` addresses by picture id. */
  pictures: ReadonlyMap<string, string>;
  exportedAt: string;
  /** The reader's language. */
  locale: Locale;
}

/** What every part of it needs. */
interface Told {
  pictures: HtmlInput["pictures"];
  locale: Locale;
  words: HtmlWords;
}

/** A conversation as one HTML file that needs nothing else: no script, no style sheet, no picture from elsewhere. */
export function toHtml({ conversation, designs, pictures, exportedAt, locale }: HtmlInput): string {
  const told: Told = { pictures, locale, words: HTML_WORDS[locale] };
  const { words } = told;
  const title = escaped(conversation.title);
  return `<!doctype html>
<html lang="${locale}">
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
<p class="quiet">${day(conversation.createdAt)} – ${day(conversation.updatedAt)}, ${words.saved(day(exportedAt))}</p>
</header>
<main>
${conversation.messages.map((message) => messageHtml(message, told)).join("\n")}
</main>
${designs.length > 0 ? `<section>\n<h2>${words.pieces}</h2>\n${designs.map((design) => designHtml(design, told)).join("\n")}\n</section>` : ""}
</body>
</html>
`;
}

function messageHtml(message: MessageView, told: Told): string {
  const { pictures, words } = told;
  const own = message.role === "user";
  const parts = message.parts.map((part) => {
    if (isTextUIPart(part)) return textHtml(part.text);
    if (isToolUIPart(part)) return resultHtml("output" in part ? part.output : null, told);
    return pictureIdsOf([part])
      .map((id) => pictureHtml(pictures.get(id), words.picture))
      .join("");
  });
  return `<article class="${own ? "own" : "answer"}">
<p class="who">${own ? words.you : "Maquette"} <time datetime="${message.createdAt}">${day(message.createdAt)}</time></p>
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
function resultHtml(output: unknown, { locale }: Told): string {
  const { title, kind, changes, massG, price } = (output ?? {}) as Partial<DesignResult>;
  if (!title || !kind || !changes) return "";
  const facts = [
    ...changes.map((change) => changeText(kind, change, locale)),
    ...(massG == null ? [] : [localNumbers(`${massG.toFixed(2)} g`, locale)]),
    ...(price ? [moneyText(price.totalMinor, price.currency, locale)] : []),
  ];
  return `<p class="card"><strong>${escaped(title)}</strong><br>${facts.map(escaped).join(" · ")}</p>`;
}

function changeText(
  kind: string,
  { field, label, before, after }: FieldChange,
  locale: Locale,
): string {
  const fields = fieldsIn(locale, fieldsOf(getKind(kind).schema));
  const known = fields.find(({ name }) => name === field);
  const text = (value: unknown) =>
    localNumbers(known ? formatValue(known, value) : String(value), locale);
  return `${known?.label ?? label}: ${text(before)} → ${text(after)}`;
}

function designHtml(design: DesignView, { pictures, locale, words }: Told): string {
  const { revision, title } = design;
  const { measures, price } = revision;
  const facts = [
    ...(revision.words ? [revision.words] : []),
    ...(measures ? [localNumbers(`${measures.massG.toFixed(2)} g`, locale)] : []),
    ...(measures
      ? [localNumbers(`${measures.boxMm.map((mm) => mm.toFixed(1)).join(" × ")} mm`, locale)]
      : []),
    ...(price ? [moneyText(price.totalMinor, price.currency, locale)] : []),
  ];
  const shown = revision.pictures.map(({ id, view }) =>
    pictureHtml(pictures.get(id), `${title}, ${view ?? words.picture}`),
  );
  return `<article>
<h3>${escaped(title)}</h3>
<p>${facts.map(escaped).join("<br>")}</p>
<div class="pictures">${shown.join("")}</div>
</article>`;
}

const pictureHtml = (address: string | undefined, alt: string): string =>
  address ? `<img src="${address}" alt="${escaped(alt)}">` : "";

const moneyText = (minor: number, currency: string, locale: Locale): string =>
  localNumbers(amount(minor, currency), locale);

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
