import { type FeedRow, LONGEST_ROW, toFieldName } from "./row.ts";

/** The rows of a JSON Lines file: an object a line, empty lines are skipped. A line that is none is a broken row. */
export async function* readJsonLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<FeedRow> {
  let row = 0;
  for await (const line of lines(stream)) {
    row += 1;
    if (line === null) yield { row, values: {}, broken: "The line is too long for a product." };
    else if (line.trim()) yield toRow(row, line);
  }
}

function toRow(row: number, line: string): FeedRow {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { row, values: {}, broken: "The line is not JSON." };
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    return { row, values: {}, broken: "The line is no JSON object." };
  }
  const entries = Object.entries(parsed).flatMap(([name, value]) => {
    const text = toValue(value);
    return text === null ? [] : [[toFieldName(name), text] as const];
  });
  return { row, values: Object.fromEntries(entries) };
}

function toValue(value: unknown): string | string[] | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Lines without their ends; null for one that is too long, of which no more than that is ever held. */
async function* lines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let rest = "";
  let isTooLong = false;
  for await (const chunk of stream) {
    // Only what is new is looked through: a long line in small pieces costs no more than in large ones.
    const [head = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    isTooLong ||= rest.length + head.length > LONGEST_ROW;
    rest = isTooLong ? "" : rest + head;
    for (const part of others) {
      yield isTooLong ? null : rest;
      isTooLong = part.length > LONGEST_ROW;
      rest = isTooLong ? "" : part;
    }
  }
  rest += decoder.decode();
  if (isTooLong) yield null;
  else if (rest) yield rest;
}
