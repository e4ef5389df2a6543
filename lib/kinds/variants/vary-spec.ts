import type { Kind } from "../kind.ts";
import { type Field, nearestAllowed } from "../read/fields.ts";
import { type Avoided, isAvoided } from "./avoid.ts";
import { shownFields, substanceOf } from "./material-fields.ts";
import { pick, type Random, shuffled } from "./seeded.ts";

type Spec = Record<string, unknown>;

/** Groups a variation leaves alone: what a person is, what they wrote, and how it is made. */
const FIXED =
  /^(size|body|making|picture|mesh|engraving|base|post|bail|face from a picture|closure)$/i;
/** A number moves by this part of itself, up or down. */
const LEAST_MOVE = 0.06;
const MOST_MOVE = 0.22;
/** How many numbers and choices one variation moves. */
const NUMBERS = 2;
const CHOICES = 1;
/** How often it changes a stone, a metal's finish or a colour. */
const RECOLOURED = 0.4;

/**
 * Small typed changes of a spec inside the ranges of its fields, the same for the same generator. What together cannot
 * be built is for the caller to find out and try again.
 */
export function varySpec(kind: Kind, spec: Spec, random: Random, avoided: Avoided = []): Spec {
  const fields = shownFields(kind, spec).filter(({ group = "", input }) => {
    return !FIXED.test(group) && input !== "text" && input !== "picture" && input !== "model";
  });
  const numbers = fields.filter(({ type }) => type === "number" || type === "integer");
  const forms = fields.filter((field) => isForm(field));
  const looks = fields.filter((field) => isLook(field));
  const moved = [
    ...shuffled(random, numbers).slice(0, NUMBERS),
    ...shuffled(random, forms).slice(0, random() < 0.5 ? CHOICES : 0),
    ...shuffled(random, looks).slice(0, random() < RECOLOURED ? 1 : 0),
  ];
  const varied = { ...spec };
  for (const field of moved) varied[field.name] = other(field, varied[field.name], random, avoided);
  return varied;
}

const isForm = (field: Field) =>
  substanceOf(field) === null &&
  (field.type === "choice" || field.type === "flag") &&
  field.name !== "lettering";

const isLook = (field: Field) => {
  const substance = substanceOf(field);
  return substance !== null && substance !== "alloy" && substance !== "material";
};

/** Another value of a field, or the same where there is no other. */
function other(field: Field, value: unknown, random: Random, avoided: Avoided): unknown {
  if (typeof value === "number") return moved(field, value, random);
  if (typeof value === "boolean") return isAvoided(avoided, field.name, !value) ? value : !value;
  if (field.input === "colour") return turned(String(value), random);
  const values = (field.values ?? []).filter(
    (one) => one !== value && !isAvoided(avoided, field.name, one),
  );
  return values.length > 0 ? pick(random, values) : value;
}

function moved(field: Field, value: number, random: Random): number {
  const share = LEAST_MOVE + (MOST_MOVE - LEAST_MOVE) * random();
  const step = field.step ?? 0.1;
  const by = Math.max(step, Math.abs(value) * share) * (random() < 0.5 ? -1 : 1);
  const there = nearestAllowed(field, value + by);
  return there === value ? nearestAllowed(field, value - by) : there;
}

/** A colour a little further on the colour circle. */
function turned(hex: string, random: Random): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const angle = ((random() - 0.5) * 2 * Math.PI) / 4;
  // Rotation about the grey axis of the RGB cube.
  const [cos, sin] = [Math.cos(angle), Math.sin(angle) / Math.sqrt(3)];
  const third = (1 - cos) / 3;
  const turn = (x: number, y: number, z: number) =>
    x * (cos + third) + y * (third - sin) + z * (third + sin);
  const channels = [turn(r, g, b), turn(g, b, r), turn(b, r, g)];
  return `#${channels
    .map((v) =>
      Math.round(Math.min(255, Math.max(0, v)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
