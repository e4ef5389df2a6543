import type { Part } from "../../kernel/mesh.ts";
import { NO_PART, type PartMap } from "../../kernel/render/part-map.ts";
import type { Kind } from "../kind.ts";
import { type Field, fieldOf, formatValue } from "../read/fields.ts";
import { withoutMarks } from "../tongues/index.ts";
import { type Avoided, isAvoided } from "./avoid.ts";
import { substanceOf } from "./material-fields.ts";
import type { VariantNote } from "./note.ts";
import { fieldsOfPart, type PartFields } from "./part-fields.ts";
import { pick, type Random } from "./seeded.ts";

type Spec = Record<string, unknown>;
type SeenPart = Pick<Part, "name" | "role" | "material">;

/** A part, or parts of one sort, under a mask. */
export interface Masked {
  part: PartFields;
  /** Of the masked pixels, 0 to 1. */
  share: number;
  /** Of all it is seen of in the picture, 0 to 1. */
  covered: number;
}

/** What lies under a mask (1 is masked, of the map's size): the largest share first, and the ground's share. */
export function partsUnder(
  kind: Kind,
  spec: Spec,
  parts: readonly SeenPart[],
  { partOf }: PartMap,
  mask: Uint8Array,
): { masked: Masked[]; ground: number } {
  const sorts = parts.map((part) => fieldsOfPart(kind, spec, part));
  const counts = new Map<string, { part: PartFields; under: number; seen: number }>();
  let [all, ground] = [0, 0];
  for (let i = 0; i < partOf.length; i++) {
    const isUnder = mask[i] === 1;
    if (isUnder) all++;
    const part = partOf[i] === NO_PART ? null : sorts[partOf[i]!]!;
    if (part === null) ground += Number(isUnder);
    else {
      const key = part.material?.name ?? part.label;
      const count = counts.get(key) ?? { part, under: 0, seen: 0 };
      counts.set(key, { ...count, under: count.under + Number(isUnder), seen: count.seen + 1 });
    }
  }
  const masked = [...counts.values()]
    .filter(({ under }) => under > 0)
    .map(({ part, under, seen }) => ({ part, share: under / all, covered: under / seen }))
    .toSorted((a, b) => b.share * Math.sqrt(b.covered) - a.share * Math.sqrt(a.covered));
  return { masked, ground: all === 0 ? 0 : ground / all };
}

export interface Repaint {
  spec: Spec;
  notes: VariantNote[];
}

export interface RepaintWish {
  masked: readonly Masked[];
  /** What it shall become; empty: something else. */
  words: string;
  locale: string;
  random: Random;
  avoided: Avoided;
}

/** A part under less of the mask than this was grazed, not meant. */
const MEANT = 0.12;

/** The spec with what lies under the mask made anew, and nothing else. */
export function repaintSpec(kind: Kind, spec: Spec, wish: RepaintWish): Repaint {
  const meant = wish.masked.filter(({ share }, at) => at === 0 || share >= MEANT);
  const target = meant.find(({ part }) => part.material !== null);
  if (!target) {
    const label = meant[0]?.part.label ?? "the ground";
    const message = `Under the mask lies ${label}, which this design says nothing of.`;
    return { spec, notes: [{ verdict: "refused", message }] };
  }
  const said = wish.words.trim() ? sayPatch(kind, spec, wish, meant, target) : null;
  const patch = said?.patch ?? {};
  const chosen =
    Object.keys(patch).length > 0 || wish.words.trim() ? patch : chooseOther(spec, target, wish);
  const notes = [...noteTarget(target), ...(said?.notes ?? []), ...noteChanges(kind, spec, chosen)];
  return { spec: { ...spec, ...chosen }, notes };
}

/** What of the words is about the masked parts; a stone named without saying which is the masked one. */
function sayPatch(
  kind: Kind,
  spec: Spec,
  { words, locale }: RepaintWish,
  meant: readonly Masked[],
  target: Masked,
) {
  const reading = kind.read(words, { current: spec, locale });
  const own = new Set(meant.flatMap(({ part }) => part.fields.map(({ name }) => name)));
  const patch: Spec = {};
  const notes: VariantNote[] = reading.refused.map(({ message }) => ({
    verdict: "refused",
    message,
  }));
  for (const [name, value] of Object.entries(reading.patch)) {
    const field = fieldOf(kind.schema, name)!;
    const material = target.part.material!;
    if (own.has(name)) patch[name] = value;
    else if (
      substanceOf(field) === substanceOf(material) &&
      material.values?.includes(String(value))
    ) {
      patch[material.name] = value;
    } else {
      const message = `${field.label} is not under the mask and stays ${formatValue(field, spec[name])}.`;
      notes.push({ verdict: "refused", field: name, message });
    }
  }
  if (Object.keys(patch).length === 0 && notes.length === 0) {
    const message = `“${withoutMarks(words).trim()}” says nothing that ${target.part.label.toLowerCase()} could become here.`;
    notes.push({ verdict: "refused", message });
  }
  return { patch, notes };
}

function chooseOther(spec: Spec, { part }: Masked, { random, avoided }: RepaintWish): Spec {
  const field = part.material!;
  if (field.input === "colour")
    return {
      [field.name]: pick(
        random,
        COLOURS.filter((one) => one !== spec[field.name]),
      ),
    };
  const free = (field.values ?? []).filter(
    (value) => value !== spec[field.name] && !isAvoided(avoided, field.name, value),
  );
  return free.length > 0 ? { [field.name]: pick(random, free) } : {};
}

/** Cloth and print colours to choose from where no words say one. */
const COLOURS = [
  "#7a1f2b",
  "#1d3a6e",
  "#2f5d3a",
  "#c9a227",
  "#4b2a6b",
  "#d9d4c7",
  "#23252b",
  "#c56a4a",
];

function noteTarget({ part, covered }: Masked): VariantNote[] {
  if (covered > 0.6) return [];
  const percent = Math.round(covered * 100);
  return [
    {
      verdict: "kept",
      message: `The mask covers ${percent} % of ${part.label.toLowerCase()}; it is one part, so all of it changes.`,
    },
  ];
}

/** A sentence for each field that moved. */
export function noteChanges(kind: Kind, before: Spec, patch: Spec): VariantNote[] {
  return Object.entries(patch)
    .filter(([name, value]) => before[name] !== value)
    .map(([name, value]) => {
      const field: Field = fieldOf(kind.schema, name)!;
      const message = `${field.label}: ${formatValue(field, before[name])} → ${formatValue(field, value)}.`;
      return { verdict: "changed", field: name, message };
    });
}
