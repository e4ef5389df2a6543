import { getMaterial } from "#lib/shared/materials.ts";
import type { Random } from "../random.ts";
import { alloyOf, CAST } from "./metals.ts";
import { different, type Planned } from "./planned.ts";
import { cap } from "./ring-kinds.ts";

const BODIES = {
  casual: "figurine in a sweater",
  sitting: "sitting figurine",
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
} as const;

const HAIR = { black: "#1d1613", brown: "#5b3822", blond: "#d9b36a", red: "#9c3f1e" } as const;
const SKIN = { light: "#f2c6a0", tan: "#c98d5f", dark: "#7a4a2c" } as const;
export const CLOTHES = {
  navy: "#27324f",
  red: "#b4232c",
  green: "#2f7a45",
  yellow: "#e3b93c",
  purple: "#6a3d8f",
  "light blue": "#9cc3e6",
} as const;
const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];

function figurine(random: Random): Planned {
  const body = random.pick(keysOf(BODIES));
  const [hair, skin, own] = [keysOf(HAIR), keysOf(SKIN), keysOf(CLOTHES)].map((of) =>
    random.pick(of as string[]),
  ) as [keyof typeof HAIR, keyof typeof SKIN, keyof typeof CLOTHES];
  const hairStyle = random.pick(["short", "long", "bob", "curly"] as const);
  const base = random.pick(["round", "square", "heart"] as const);
  return {
    kind: "figurine",
    spec: {
      ...{ body, hair: hairStyle, hairColour: HAIR[hair], skinColour: SKIN[skin], base },
      ...{ palette: "own", topColour: CLOTHES[own], bottomColour: "#2c303b" },
    },
    look: { style: body, colour: own, hair, skin, hairStyle, base },
    title: `${cap(BODIES[body])} in ${own}, ${hair} ${hairStyle} hair`,
    category: "figurines",
    colours: [own],
    material: getMaterial("full-colour-polyjet").label,
    materials: ["resin"],
    sizes: ["75 mm"],
    shelf: "gifts",
  };
}

function medal(random: Random): Planned {
  const metal = random.pick(CAST);
  const alloy = alloyOf(metal, random);
  const loop = random.chance(0.5);
  const finish = random.pick(["polished", "satin"] as const);
  const text = random.pick(["", "Anno 2026", "First place"]);
  return {
    kind: "medal",
    spec: { loop, finish, frontText: text, alloy: alloy.id },
    look: { style: loop ? "loop" : "coin", metal: metal.look, finish, text: text || "none" },
    title: `${cap(metal.word)} medal${text ? ` “${text}”` : ""}${loop ? " with a loop" : ""}`,
    category: "gifts",
    ...{ colours: metal.colours, material: alloy.label, materials: metal.materials },
    sizes: ["38 mm"],
    shelf: "gifts",
  };
}

export const PLASTICS = [
  ...["pla-white", "pla-grey", "pla-black", "pla-red", "pla-blue", "pla-green", "pla-yellow"],
];

function keychain(random: Random): Planned {
  const material = random.pick(PLASTICS);
  const colour = material.slice("pla-".length);
  const surface = random.pick(["relief", "lines", "plain"] as const);
  const size = random.pick([
    ["small", 38],
    ["large", 64],
  ] as const);
  return {
    kind: "keychain",
    spec: { material, surface, heightMm: size[1] },
    look: { style: surface, colour, size: size[0] },
    title: `${cap(size[0])} ${colour} keychain, ${surface}`,
    category: "gifts",
    ...{ colours: [colour], material: getMaterial(material).label, materials: ["PLA"] },
    sizes: [`${size[1]} mm`],
    shelf: "gifts",
  };
}

export const planGifts = (series: string): Planned[] => [
  ...different(series, "figurines", 70, figurine),
  ...different(series, "medals", 24, medal),
  ...different(series, "keychains", 20, keychain),
];
