import type { Kind } from "#lib/kinds/kind.ts";
import { formatMs, median } from "../measure.ts";
import type { EditTime } from "./edits.ts";
import type { KindTimes } from "./one-kind.ts";

/** A kind and what was measured of it. */
export interface Measured extends Pick<Kind, "id" | "category"> {
  times: KindTimes;
}

export const HEAD = `| kind | triangles | preview | edits: median, slowest | final, walls checked | measure | export | draft 768 | final 768 | peak memory after build, measure, export, render |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |`;

const editMs = (edits: readonly EditTime[]) => median(edits.map(({ ms }) => ms));
const slowestOf = (edits: readonly EditTime[]) =>
  edits.reduce<EditTime | null>((most, edit) => (most && most.ms >= edit.ms ? most : edit), null);

/** One line of the table. */
export function rowOf({ id, times }: Measured): string {
  const { triangles, edits, preview, final, measure, draft, picture, peakMb } = times;
  const slowest = slowestOf(edits);
  const edited = slowest ? `${formatMs(editMs(edits))}, ${formatMs(slowest.ms)}` : "none";
  const [first, ...rest] = [preview, final, measure, times.export, draft, picture].map((one) =>
    formatMs(median(one)),
  );
  const memory = Object.values(peakMb)
    .map((mb) => Math.round(mb))
    .join(", ");
  const cells = [id, triangles.toLocaleString("en"), first, edited, ...rest, `${memory} MB`];
  return `| ${cells.join(" | ")} |`;
}

/** The kind that takes longest for something, and how long it takes. */
function longest(measured: readonly Measured[], of: (times: KindTimes) => number) {
  const all = measured.map(({ id, times }) => ({ id, ms: of(times) }));
  const { id, ms } = all.reduce((most, one) => (one.ms > most.ms ? one : most));
  return `${formatMs(ms)} (${id})`;
}

/** How the slowest kinds stand to the goals, a line each. */
export function goalLines(measured: readonly Measured[]): string[] {
  if (measured.length === 0) return [];
  const jewellery = measured.filter(({ category }) => category === "jewellery");
  const slowest = jewellery
    .flatMap(({ id, times }) => times.edits.map((edit) => ({ ...edit, id })))
    .toSorted((a, b) => b.ms - a.ms)[0];
  const edits = slowest
    ? [
        `Edit → checked preview of jewellery, at most: ${longest(jewellery, ({ edits }) => editMs(edits))} in the median over a kind's edits (goal < 300 ms); the slowest single edit is ${slowest.id}, ${slowest.edit}: ${formatMs(slowest.ms)}.`,
        `Final mesh of jewellery with its wall check, at most: ${longest(jewellery, ({ final }) => median(final))} (goal < 1.5 s).`,
      ]
    : [];
  return [
    ...edits,
    `Picture of 768 px, at most: draft ${longest(measured, ({ draft }) => median(draft))} (goal < 1 s), final ${longest(measured, ({ picture }) => median(picture))} (goal < 5 s).`,
  ];
}
