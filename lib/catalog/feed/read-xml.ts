import { SaxesParser } from "saxes";
import { invalidInput } from "#lib/shared/errors.ts";
import { type FeedRow, LONGEST_ROW, toFieldName } from "./row.ts";

const ITEMS = new Set(["item", "entry", "product"]);

/**
 * The items of a Google Merchant feed (RSS 2.0 `item` or Atom `entry`), each as soon as it ends. Throws `invalid_input`
 * where the XML is broken. Document types, and with them entities of their own, are refused.
 */
export async function* readXml(stream: ReadableStream<Uint8Array>): AsyncGenerator<FeedRow> {
  const items = new ItemReader();
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    items.write(decoder.decode(chunk, { stream: true }));
    yield* items.take();
  }
  items.write(decoder.decode());
  items.close();
  yield* items.take();
}

class ItemReader {
  readonly #parser = new SaxesParser();
  readonly #done: FeedRow[] = [];
  #row = 0;
  /** Of the item that is open; null between items. */
  #values: FeedRow["values"] | null = null;
  /** Field directly below the item that is open, and how deep below the item we are. */
  #field: string | null = null;
  #depth = 0;
  #text = "";
  #length = 0;

  constructor() {
    this.#parser.on("error", (error) => {
      throw invalidInput(`This is no XML feed: ${error.message}.`);
    });
    this.#parser.on("doctype", () => {
      throw invalidInput("This XML has a document type of its own, which is not read.");
    });
    this.#parser.on("opentag", ({ name }) => this.#open(name));
    this.#parser.on("text", (text) => this.#add(text));
    this.#parser.on("cdata", (text) => this.#add(text));
    this.#parser.on("closetag", ({ name }) => this.#close(name));
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  close(): void {
    this.#parser.close();
  }

  take(): FeedRow[] {
    return this.#done.splice(0);
  }

  #open(name: string): void {
    if (!this.#values) {
      if (!ITEMS.has(name.toLowerCase())) return;
      this.#values = {};
      this.#row += 1;
      this.#length = 0;
      return;
    }
    this.#depth += 1;
    if (this.#depth > 1) return;
    this.#field = toFieldName(name);
    this.#text = "";
  }

  #add(text: string): void {
    if (!this.#field) return;
    this.#length += text.length;
    if (this.#length <= LONGEST_ROW) this.#text += text;
  }

  #close(name: string): void {
    if (!this.#values) return;
    if (this.#depth === 0) {
      if (ITEMS.has(name.toLowerCase())) this.#finish(this.#values);
      return;
    }
    this.#depth -= 1;
    if (this.#depth > 0 || !this.#field) return;
    const text = this.#text.trim();
    const known = this.#values[this.#field];
    this.#values[this.#field] = known === undefined ? text : [known, text].flat();
    this.#field = null;
  }

  #finish(values: FeedRow["values"]): void {
    const isTooLong = this.#length > LONGEST_ROW;
    this.#done.push({
      row: this.#row,
      values,
      ...(isTooLong && { broken: "The item is too long for a product." }),
    });
    this.#values = null;
  }
}
