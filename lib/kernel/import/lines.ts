const CHUNK_BYTES = 2 ** 22;
/** No line of a mesh is as long as this; a file without line ends is none. */
const LONGEST_LINE = 2 ** 20;

/**
 * Visits the lines of a text in pieces, so that a file of any size takes little memory; the lines are trimmed.
 * Answers false when a line is too long to be one.
 */
export function eachLine(bytes: Uint8Array, visit: (line: string) => void): boolean {
  const decoder = new TextDecoder();
  let rest = "";
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const end = Math.min(bytes.length, at + CHUNK_BYTES);
    const text = rest + decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length });
    const lines = text.split(/\r\n|\n|\r/);
    rest = lines.pop() ?? "";
    if (rest.length > LONGEST_LINE) return false;
    for (const line of lines) visit(line.trim());
  }
  if (rest) visit(rest.trim());
  return true;
}
