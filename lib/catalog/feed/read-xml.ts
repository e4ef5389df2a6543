import { SaxesParser } from "saxes";
import { invalidInput } from "#lib/shared/errors.ts";
import { type FeedRow, LONGEST_ROW, toFieldName } from "./row.ts";

const ITEMS = new Set(["item", "entry", "product"]);
/** Longest stretch of a feed without a tag, characters: the parser keeps a text whole until it ends. */
const LONGEST_TEXT = 4 * LONGEST_ROW;

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
  /** Characters since the parser last told of anything. */
  #silent = 0;

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
    this.#silent += text.length;
    this.#parser.write(text);
    if (this.#silent > LONGEST_TEXT) {
      throw invalidInput("This is no XML feed: a text in it does not end.");
    }
  }

  close(): void {
    this.#parser.close();
  }

  take(): FeedRow[] {
    return this.#done.splice(0);
  }

  #open(name: string): void {
    this.#silent = 0;
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
    this.#silent = 0;
    if (!this.#values) return;
    if (this.#depth === 0) {
      if (ITEMS.has(name.toLowerCase())) this.#finish(this.#values);
      return;
    }
    this.#depth -= 1;
    if (this.#depth > 0 || !this.#field) return;
    this.#keep(this.#values, this.#field, this.#text.trim());
    this.#field = null;
  }

  /** A field counts too, so that empty ones without end are too long as well. */
  #keep(values: FeedRow["values"], field: string, text: string): void {
    this.#length += field.length;
    if (this.#length > LONGEST_ROW) return;
    const known = values[field];
    if (known === undefined) values[field] = text;
    else if (Array.isArray(known)) known.push(text);
    else values[field] = [known, text];
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
