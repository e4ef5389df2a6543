import { getMaterial } from "../../shared/materials.ts";
import { planFigurine } from "./plan.ts";
import type { FigurineSpec } from "./schema.ts";

const trim = (value: number) => String(Number(value.toFixed(1)));

const BODIES: Record<FigurineSpec["body"], string> = {
  casual: "standing figurine in a sweater",
  sitting: "sitting figurine in a hoodie",
  superhero: "superhero figurine",
  graduate: "graduate figurine",
  bride: "bride figurine",
  groom: "groom figurine",
  footballer: "footballer figurine",
  musician: "musician figurine",
  chef: "chef figurine",
  doctor: "doctor figurine",
  astronaut: "astronaut figurine",
  princess: "princess figurine",
};

const PROPS: Record<string, string> = {
  ball: "a football",
  bouquet: "a bouquet",
  diploma: "a diploma",
  guitar: "a guitar",
  spoon: "a wooden spoon",
  clipboard: "a clipboard",
};

function hairWords(style: string): string {
  return style === "bald"
    ? "a bald head"
    : style === "bun" || style === "ponytail"
      ? `a ${style}`
      : `${style} hair`;
}

function partsOf(spec: FigurineSpec): string[] {
  const { head, prop, base, hasExtraCape } = planFigurine(spec);
  const BASES = { round: "a round base", square: "a square base", heart: "a heart-shaped base" };
  return [
    hairWords(head.hair),
    ...(spec.beard === "none" ? [] : [spec.beard === "full" ? "a full beard" : `a ${spec.beard}`]),
    ...(spec.glasses === "none"
      ? []
      : [spec.glasses === "sunglasses" ? "sunglasses" : `${spec.glasses} glasses`]),
    ...(PROPS[prop] ? [PROPS[prop]] : []),
    ...(hasExtraCape ? ["a cape"] : []),
    ...(base.shape === "none" ? [] : [BASES[base.shape]]),
    ...(base.name ? [`a name plate “${base.name}”`] : []),
  ];
}

function makingWords(spec: FigurineSpec): string {
  const joint = spec.neckJoint ? ", head and body in two parts" : "";
  const hollow = spec.isHollow ? `, hollow with ${trim(spec.wallMm)} mm walls` : "";
  return `, in ${getMaterial(spec.material).short}${joint}${hollow}`;
}

/** A figurine as one sentence: body, height, head, what it holds, base, material. */
export function figurineWords(spec: FigurineSpec): string {
  const parts = partsOf(spec);
  const last = parts.at(-1)!;
  const listed = parts.length === 1 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
  const name = BODIES[spec.body];
  const title = name[0]!.toUpperCase() + name.slice(1);
  return `${title}, ${trim(spec.heightMm)} mm tall, with ${listed}${makingWords(spec)}.`;
}

/** What one could say next, best first. */
export function suggestForFigurine(spec: FigurineSpec): string[] {
  return [
    ...(spec.plateText === "" ? ["Add a name plate ANNA"] : []),
    spec.glasses === "none" ? "Add round glasses" : "No glasses",
    spec.body === "superhero" ? "Make it a graduate" : "Make it a superhero with a red cape",
    ...(spec.isHollow ? [] : ["Make it hollow"]),
    ...(spec.heightMm < 90 ? ["Make it 100 mm tall"] : []),
  ];
}
