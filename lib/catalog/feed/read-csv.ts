import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { invalidInput } from "#lib/shared/errors.ts";
import { requireColumns } from "./columns.ts";
import { type FeedRow, LONGEST_ROW, toFieldName } from "./row.ts";

type CsvRecord = string[] | { info: { lines: number }; record: string[] };

/**
 * The rows of a CSV file (comma, semicolon or tab; quotes as in RFC 4180), its first line the names of the columns.
 * Throws `invalid_input` for a file whose columns or quotes are wrong: nothing of it can be trusted.
 */
export async function* readCsv(stream: ReadableStream<Uint8Array>): AsyncGenerator<FeedRow> {
  const { delimiter, whole } = await findDelimiter(stream);
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const source = Readable.from(whole, { objectMode: false });
  source.once("error", (error) => parser.destroy(error));
  let columns: string[] | null = null;
  try {
    for await (const entry of source.pipe(parser) as AsyncIterable<CsvRecord>) {
      const { record, info } = entry as Exclude<CsvRecord, string[]>;
      if (columns === null) {
        columns = record.map(toFieldName);
        requireColumns(columns);
      } else yield toRow(columns, record, info.lines);
    }
  } catch (error) {
    if (error instanceof CsvError) throw invalidInput(`This is no CSV file: ${error.message}.`);
    throw error;
  } finally {
    source.destroy();
  }
}

const DELIMITERS = [",", ";", "\t"] as const;

/** What parts the fields of the first line, and the stream with that line before it again. */
async function findDelimiter(stream: ReadableStream<Uint8Array>) {
  const chunks = stream[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let line = "";
  while (!line.includes("\n") && line.length < LONGEST_ROW) {
    const { value, done } = await chunks.next();
    if (done) break;
    seen.push(value);
    line += new TextDecoder().decode(value);
  }
  const [head = ""] = line.split("\n");
  const count = (mark: string) => head.split(mark).length;
  const delimiter = DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  async function* whole() {
    yield* seen;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  return { delimiter, whole: whole() };
}

function toRow(columns: readonly string[], record: readonly string[], row: number): FeedRow {
  if (record.length !== columns.length) {
    const broken = `The row has ${record.length} fields; the first line names ${columns.length}.`;
    return { row, values: {}, broken };
  }
  const values = Object.fromEntries(columns.map((name, index) => [name, record[index]!]));
  return { row, values };
}
