import { colourDistance, type Swatch } from "../../kernel/look/palette.ts";
import { findGemLook } from "../../kernel/render/gem-looks.ts";
import { findMetal } from "../../kernel/render/metals.ts";
import { type Alloy, getAlloy } from "../../shared/alloys.ts";
import { getStone, STONES } from "../../shared/stones.ts";
import type { Kind } from "../kind.ts";
import type { Field } from "../read/fields.ts";
import { type Avoided, isAvoided } from "./avoid.ts";
import { alloyOfFamily, labOfLinear, nearestMaterial } from "./dress-in.ts";
import { fieldsOfSubstance } from "./material-fields.ts";
import type { VariantNote } from "./note.ts";
import type { Look } from "./read-look.ts";

type Spec = Record<string, unknown>;
type Lab = Swatch["lab"];

/** OKLab chroma under which a colour is no colour. */
const GREY = 0.035;
/** A stone's colour is at least this strong: a reflection in metal is weaker. */
const VIVID = 0.075;

const chroma = ([, a, b]: Lab) => Math.hypot(a, b);
const hueDeg = ([, a, b]: Lab) => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;

/** Hues of gold and bronze in OKLab, degrees: rose from 25, yellow to 105. */
const isGolden = (lab: Lab) => hueDeg(lab) > 25 && hueDeg(lab) < 108 && chroma(lab) < 0.17;

export interface PaletteReading {
  spec: Spec;
  notes: VariantNote[];
}

/** The spec in the colours of a picture: the nearest metal, stones and cloth. What of them it has no part for is said. */
export function dressInPalette(
  kind: Kind,
  spec: Spec,
  palette: readonly Swatch[],
  avoided: Avoided = [],
): PaletteReading {
  const dressed = { ...spec };
  const notes: VariantNote[] = [];
  const used = new Set<Swatch>();
  const stones = fieldsOfSubstance(kind, spec, "stone");
  const vivid = palette.find(({ lab }) => chroma(lab) >= VIVID && !isGolden(lab));
  const alloys = fieldsOfSubstance(kind, spec, "alloy");
  if (stones.length > 0) readStone(stones, vivid ?? null, { dressed, notes, used, avoided });
  if (alloys.length > 0) readMetal(alloys, palette, vivid, { dressed, notes, used, avoided });
  else readBody(kind, palette, { dressed, notes, used, avoided });
  noteRest(kind, palette, used, notes);
  return { spec: dressed, notes };
}

interface Reading {
  dressed: Spec;
  notes: VariantNote[];
  used: Set<Swatch>;
  avoided: Avoided;
}

function readMetal(
  fields: readonly Field[],
  palette: readonly Swatch[],
  stone: Swatch | undefined,
  { dressed, notes, used, avoided }: Reading,
): void {
  const metal = palette.find(
    (swatch) => swatch !== stone && (isGolden(swatch.lab) || chroma(swatch.lab) < VIVID),
  );
  if (!metal) return;
  for (const swatch of palette)
    if (swatch !== stone && chroma(swatch.lab) < VIVID) used.add(swatch);
  used.add(metal);
  for (const { name, label } of fields) {
    const before = String(dressed[name]);
    const families = familiesOf(palette.filter((swatch) => swatch !== stone));
    const after = alloyOfFamily(before, families, (id) => !isAvoided(avoided, name, id));
    dressed[name] = after;
    const is = getAlloy(after).label;
    notes.push({
      verdict: before === after ? "kept" : "changed",
      field: name,
      message: `${label}: ${is}, the nearest to ${metal.hex} in the picture.`,
    });
  }
}

/** Colour families of metal by the golden part of a picture; greys are white metals. */
function familiesOf(palette: readonly Swatch[]): Alloy["colour"][] {
  const golden = palette.filter(({ lab }) => chroma(lab) >= GREY && isGolden(lab));
  const share = (of: readonly Swatch[]) => of.reduce((sum, one) => sum + one.share, 0);
  if (share(golden) < 0.25 * share(palette)) return ["white", "grey", "silver"];
  const weighed = golden.reduce((sum, { lab, share: part }) => sum + hueDeg(lab) * part, 0);
  const hue = weighed / share(golden);
  const distance = (id: string) => {
    const reflectance = findMetal(id)!.reflectance;
    return Math.abs(hueDeg(labOfLinear(reflectance)) - hue);
  };
  const samples = { yellow: "gold-18k-yellow", rose: "gold-18k-rose" } as const;
  const ordered = (Object.keys(samples) as (keyof typeof samples)[]).toSorted(
    (a, b) => distance(samples[a]) - distance(samples[b]),
  );
  return ordered;
}

function readStone(
  fields: readonly Field[],
  swatch: Swatch | null,
  { dressed, notes, used, avoided }: Reading,
): void {
  // The first is the one that is seen first; halos and pavé stay as they are.
  const [{ name, label }] = fields as [Field, ...Field[]];
  const before = String(dressed[name]);
  const free = STONES.filter(({ id }) => !isAvoided(avoided, name, id));
  const after = swatch
    ? nearestStone(
        swatch,
        free.map(({ id }) => id),
      )
    : clearStone(before);
  if (swatch) used.add(swatch);
  dressed[name] = after;
  const seen = swatch
    ? `the nearest to ${swatch.hex} in the picture`
    : "no stone's colour was found in the picture";
  notes.push({
    verdict: before === after ? "kept" : "changed",
    field: name,
    message: `${label}: ${getStone(after).label.toLowerCase()}, ${seen}.`,
  });
}

/** Stones people mean first when a colour fits two. */
const USUAL = new Set([
  "diamond",
  "ruby",
  "sapphire",
  "emerald",
  "aquamarine",
  "amethyst",
  "citrine",
  "peridot",
]);

function nearestStone({ lab }: Swatch, ids: readonly string[]): string {
  const away = (id: string) => {
    const stone = labOfLinear(findGemLook(id)!.tone);
    const hue = Math.abs(((hueDeg(stone) - hueDeg(lab) + 540) % 360) - 180) / 180;
    return (
      colourDistance(stone, lab) +
      0.6 * hue +
      (chroma(stone) < GREY ? 1 : 0) -
      (USUAL.has(id) ? 0.05 : 0)
    );
  };
  return ids.toSorted((a, b) => away(a) - away(b))[0] ?? "diamond";
}

/** A colourless stone: the one there is, where it is one. */
function clearStone(id: string): string {
  const look = findGemLook(id);
  return look && chroma(labOfLinear(look.tone)) < GREY ? id : "diamond";
}

function readBody(kind: Kind, palette: readonly Swatch[], { dressed, notes, used }: Reading): void {
  const colours = fieldsOfSubstance(kind, dressed, "colour").filter(
    ({ name }) => !/skin|hair|eye/i.test(name),
  );
  for (const [at, { name, label }] of colours.entries()) {
    const swatch = palette[at];
    if (!swatch) break;
    used.add(swatch);
    dressed[name] = swatch.hex;
    notes.push({
      verdict: "changed",
      field: name,
      message: `${label}: ${swatch.hex}, taken from the picture.`,
    });
  }
  const main = palette[0];
  if (!main) return;
  for (const { name, label } of fieldsOfSubstance(kind, dressed, "material")) {
    const after = nearestMaterial(String(dressed[name]), main.hex);
    if (after === dressed[name]) continue;
    used.add(main);
    dressed[name] = after;
    notes.push({
      verdict: "changed",
      field: name,
      message: `${label}: the one nearest to ${main.hex}.`,
    });
  }
}

/** A colour that takes this part of a picture is worth a word when nothing has it. */
const NOTED = 0.06;

function noteRest(
  kind: Kind,
  palette: readonly Swatch[],
  used: ReadonlySet<Swatch>,
  notes: VariantNote[],
): void {
  for (const swatch of palette) {
    if (used.has(swatch) || swatch.share < NOTED || chroma(swatch.lab) < VIVID) continue;
    const percent = Math.round(swatch.share * 100);
    notes.push({
      verdict: "refused",
      message: `${swatch.hex} (${percent} % of the piece): a ${kind.title.toLowerCase()} has no further part that takes this colour.`,
    });
  }
}

/** Light and ground by the ground of a picture: dark grounds are lit from the sides, cool bright ones by daylight. */
export function lookOfGround({ lab }: Swatch): Pick<Look, "lights" | "background"> {
  if (lab[0] < 0.45) return { lights: "dramatic", background: "dark" };
  const isCool = lab[2] < -0.012;
  const isWarm = lab[2] > 0.03;
  return { lights: isCool || isWarm ? "daylight" : "studio", background: "light" };
}
