import { toOklab } from "../../kernel/look/oklab.ts";
import { colourDistance } from "../../kernel/look/palette.ts";
import { ALLOYS, type Alloy, getAlloy } from "../../shared/alloys.ts";
import { FABRICS, type Material, PRINT_MATERIALS } from "../../shared/materials.ts";
import type { Kind } from "../kind.ts";
import type { Field } from "../read/fields.ts";
import { type Avoided, isAvoided } from "./avoid.ts";
import { fieldsOfSubstance } from "./material-fields.ts";
import type { Style } from "./styles.ts";

type Spec = Record<string, unknown>;

/** The spec in the materials of a style: the metal of its family, its finish, its colours. */
export function dressIn(kind: Kind, spec: Spec, style: Style, avoided: Avoided = []): Spec {
  const dressed = { ...spec };
  for (const { name } of fieldsOfSubstance(kind, spec, "alloy")) {
    dressed[name] = alloyOfFamily(
      String(spec[name]),
      style.metals,
      (id) => !isAvoided(avoided, name, id),
    );
  }
  for (const field of fieldsOfSubstance(kind, spec, "finish")) set(dressed, field, style.finish);
  for (const field of fieldsOfSubstance(kind, spec, "weave")) set(dressed, field, style.weave);
  for (const [at, { name }] of fieldsOfSubstance(kind, spec, "colour").entries()) {
    if (isOfThePiece(name)) dressed[name] = style.colours[Math.min(at, style.colours.length - 1)];
  }
  for (const field of fieldsOfSubstance(kind, spec, "material")) {
    set(dressed, field, nearestMaterial(String(spec[field.name]), style.colours[0]!));
  }
  return dressed;
}

function set(spec: Spec, field: Field, value: string): void {
  if (field.values?.includes(value)) spec[field.name] = value;
}

/** Colours of a person stay theirs. */
const isOfThePiece = (name: string) => !/skin|hair|eye/i.test(name);

/** The alloy of a colour family that is nearest to one: of the same metal and karat where there is such a one. */
export function alloyOfFamily(
  id: string,
  families: readonly Alloy["colour"][],
  isFree: (id: string) => boolean = () => true,
): string {
  const now = getAlloy(id);
  for (const family of families) {
    if (now.colour === family && isFree(id)) return id;
    const free = ALLOYS.filter(({ colour, id: one }) => colour === family && isFree(one));
    const best = free.toSorted((a, b) => unlike(now, a) - unlike(now, b))[0];
    if (best) return best.id;
  }
  return id;
}

const unlike = (a: Alloy, b: Alloy) =>
  (a.metal === b.metal ? 0 : 10) + Math.abs((a.karat ?? 18) - (b.karat ?? 18));

/** The material of the same sort whose colour is nearest. */
export function nearestMaterial(id: string, hex: string): string {
  const all: readonly Material[] = [...PRINT_MATERIALS, ...FABRICS];
  const now = all.find((one) => one.id === id);
  // A full-colour print takes its colours from the piece.
  if (!now || now.sort === "full-colour") return id;
  const family = id.split("-")[0]!;
  const wanted = labOf(hex);
  return all
    .filter((one) => one.sort === now.sort && one.id.startsWith(family))
    .toSorted(
      (a, b) =>
        colourDistance(labOfLinear(a.colour), wanted) -
        colourDistance(labOfLinear(b.colour), wanted),
    )[0]!.id;
}

type Lab = [number, number, number];

/** OKLab of `#rrggbb`. */
export function labOf(hex: string): Lab {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const lab = new Float32Array(3);
  toOklab(r!, g!, b!, lab, 0);
  return [lab[0]!, lab[1]!, lab[2]!];
}

/** OKLab of linear light. */
export function labOfLinear(colour: readonly [number, number, number]): Lab {
  const bytes = colour.map((value) => {
    const v = Math.min(1, Math.max(0, value));
    return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055));
  });
  const lab = new Float32Array(3);
  toOklab(bytes[0]!, bytes[1]!, bytes[2]!, lab, 0);
  return [lab[0]!, lab[1]!, lab[2]!];
}
