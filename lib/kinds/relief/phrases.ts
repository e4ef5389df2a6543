/** A number as people write it. */
export const trim = (value: number) => String(Number(value.toFixed(2)));

/** What a piece shows: its picture, or the motif it has without one. */
export const shows = (picture: string | null, motif: string) =>
  picture ? "your picture in relief" : motif;

export const quoted = (text: string) => `“${text}”`;

export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
