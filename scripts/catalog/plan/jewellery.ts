import { CUTS } from "#lib/shared/stones.ts";
import type { Random } from "../random.ts";
import { alloyOf, CAST, EVERYDAY, GEMS, PRECIOUS, stoneWord } from "./metals.ts";
import { different, type Planned } from "./planned.ts";
import { cap, stoneSize } from "./ring-kinds.ts";

const ONE_SIZE = ["one size"];

function earrings(random: Random): Planned {
  return random.chance(0.3) ? hoops(random) : stoneEarrings(random);
}

function hoops(random: Random): Planned {
  const metal = random.pick(EVERYDAY);
  const alloy = alloyOf(metal, random);
  const size = random.pick([
    ["small", 12],
    ["medium", 24],
    ["large", 44],
  ] as const);
  const section = random.pick(["wire", "band"] as const);
  const weight = random.pick([
    ["fine", 1.6],
    ["bold", 3.4],
  ] as const);
  const finish = random.pick(["polished", "satin"] as const);
  return {
    kind: "earrings",
    spec: {
      ...{ style: "hoop", hoopInnerMm: size[1], section, wireMm: weight[1], finish },
      ...{ bandWidthMm: weight[1] * 2, alloy: alloy.id },
    },
    look: {
      ...{ style: "hoop", metal: metal.look, size: size[0], section, weight: weight[0], finish },
    },
    title: `${cap(size[0])} ${weight[0]} ${section === "band" ? "flat " : ""}hoop earrings in ${finish === "satin" ? "satin " : ""}${metal.word}`,
    category: "earrings",
    ...{ colours: metal.colours, material: alloy.label, materials: metal.materials },
    sizes: ONE_SIZE,
    shelf: "everyday",
  };
}

function stoneEarrings(random: Random): Planned {
  const style = random.pick(["stud", "drop"] as const);
  const metal = random.pick(PRECIOUS);
  const alloy = alloyOf(metal, random);
  const gem = random.pick(GEMS);
  const stone = random.pick(gem.stones);
  const cut = random.pick(CUTS);
  const head = random.pick(["prong", "bezel"] as const);
  const lengthMm = style === "stud" ? 6 : 9;
  return {
    kind: "earrings",
    spec: { style, alloy: alloy.id, stone, cut, head, ...stoneSize(cut, lengthMm) },
    look: { style, metal: metal.look, stone: gem.look, cut, head },
    title: `${cap(cut)} ${stoneWord(stone)} ${style === "stud" ? "stud" : "drop"} earrings in ${metal.word}`,
    category: "earrings",
    colours: [...metal.colours, gem.colour],
    ...{ material: alloy.label, materials: [...metal.materials, stoneWord(stone)] },
    sizes: ONE_SIZE,
    shelf: "fine",
  };
}

function pendant(random: Random): Planned {
  return random.chance(0.25) ? platePendant(random) : stonePendant(random);
}

function platePendant(random: Random): Planned {
  const metal = random.pick(EVERYDAY);
  const alloy = alloyOf(metal, random);
  const design = random.pick(["disc", "heart", "drop", "cross"] as const);
  const finish = random.pick(["polished", "satin"] as const);
  const bail = random.pick(["loop", "tapered"] as const);
  return {
    kind: "pendant",
    spec: { design, finish, bail, alloy: alloy.id, heightMm: 20, widthMm: 17 },
    look: { style: design, metal: metal.look, finish, bail },
    title: `${cap(design)} pendant in ${finish === "satin" ? "satin " : ""}${metal.word}`,
    category: "pendants",
    ...{ colours: metal.colours, material: alloy.label, materials: metal.materials },
    sizes: ONE_SIZE,
    shelf: "everyday",
  };
}

function stonePendant(random: Random): Planned {
  const metal = random.pick(PRECIOUS);
  const alloy = alloyOf(metal, random);
  const gem = random.pick(GEMS);
  const stone = random.pick(gem.stones);
  const cut = random.pick(CUTS);
  const halo = random.chance(0.5);
  const head = halo ? "prong" : random.pick(["prong", "bezel"] as const);
  return {
    kind: "pendant",
    spec: { design: "stone", alloy: alloy.id, stone, cut, halo, head, ...stoneSize(cut, 9) },
    look: { style: halo ? "halo" : "stone", metal: metal.look, stone: gem.look, cut, head },
    title: `${cap(cut)} ${stoneWord(stone)} ${halo ? "halo " : ""}pendant in ${metal.word}`,
    category: "pendants",
    colours: [...metal.colours, gem.colour],
    ...{ material: alloy.label, materials: [...metal.materials, stoneWord(stone)] },
    sizes: ONE_SIZE,
    shelf: "fine",
  };
}

const LINKS = ["cable", "curb", "figaro", "rolo", "paperclip", "box"] as const;
const GAUGES = [
  ["fine", { wireMm: 0.9, linkWidthMm: 3.6, linkLengthMm: 6 }],
  ["bold", { wireMm: 1.8, linkWidthMm: 8.5, linkLengthMm: 14 }],
] as const;

const chain =
  (kind: "necklace" | "bracelet", lengths: readonly (readonly [string, number])[]) =>
  (random: Random): Planned => {
    const metal = random.pick(EVERYDAY);
    const alloy = alloyOf(metal, random);
    const linkStyle = random.pick(LINKS);
    const [gauge, numbers] = random.pick(GAUGES);
    const length = random.pick(lengths);
    const finish = random.pick(["polished", "satin"] as const);
    return {
      kind,
      spec: { linkStyle, alloy: alloy.id, finish, lengthMm: length[1], ...numbers },
      look: { style: linkStyle, metal: metal.look, gauge, length: length[0], finish },
      title: `${cap(gauge)} ${linkStyle} ${kind}, ${length[1] / 10} cm, in ${finish === "satin" ? "satin " : ""}${metal.word}`,
      category: kind === "necklace" ? "necklaces" : "bracelets",
      ...{ colours: metal.colours, material: alloy.label, materials: metal.materials },
      sizes: [`${length[1] / 10} cm`],
      shelf: "everyday",
    };
  };

const SECTIONS = ["round", "flat", "d-shape", "knife"] as const;

function bangle(random: Random): Planned {
  const metal = random.pick(EVERYDAY);
  const alloy = alloyOf(metal, random);
  const section = random.pick(SECTIONS);
  const shape = random.pick(["round", "oval"] as const);
  const width = random.pick([
    ["slim", 3.2],
    ["wide", 9],
  ] as const);
  const stones = section !== "knife" && random.chance(0.4) ? "pave" : "none";
  const finish = random.pick(["polished", "satin"] as const);
  return {
    kind: "bangle",
    spec: {
      ...{ shape, section, widthMm: width[1], stones, finish, alloy: alloy.id, stoneMm: 1.8 },
      ...(section === "round" && { thicknessMm: width[0] === "slim" ? 3 : 6 }),
    },
    look: { style: section, metal: metal.look, shape, width: width[0], stones, finish },
    title: `${cap(width[0])} ${shape} bangle${stones === "pave" ? " with pavé diamonds" : ""} in ${finish === "satin" ? "satin " : ""}${metal.word}`,
    category: "bracelets",
    colours: metal.colours,
    material: alloy.label,
    materials: stones === "pave" ? [...metal.materials, "diamond"] : metal.materials,
    sizes: ["62 mm"],
    shelf: stones === "pave" ? "fine" : "everyday",
  };
}

function cuff(random: Random): Planned {
  const metal = random.pick(EVERYDAY);
  const alloy = alloyOf(metal, random);
  const section = random.pick(SECTIONS);
  const [width, widthMm, taperPercent] = random.pick([
    ["slim", 5, 40],
    ["medium", 12, 50],
    ["wide", 28, 70],
  ] as const);
  const ends = random.pick(["flat", "ball"] as const);
  const ballMm = Math.max(4, Math.round(1.3 * widthMm * (1 - taperPercent / 100)));
  const finish = random.pick(["polished", "satin"] as const);
  return {
    kind: "cuff",
    spec: { section, widthMm, taperPercent, ends, ballMm, finish, alloy: alloy.id },
    look: { style: section, metal: metal.look, width, ends, finish },
    title: `${cap(width)} cuff${ends === "ball" ? " with ball ends" : ""} in ${finish === "satin" ? "satin " : ""}${metal.word}`,
    category: "bracelets",
    ...{ colours: metal.colours, material: alloy.label, materials: metal.materials },
    sizes: ["60 mm"],
    shelf: "everyday",
  };
}

const FIRST_NAMES = [
  ...["Amélie", "Linh", "Sofia", "Noah", "Mai", "Clara", "Minh", "Elena", "Lucas", "Hanna"],
  ...["Thảo", "Oscar", "Julia", "An", "Freya"],
];

function namePendant(random: Random): Planned {
  const metal = random.pick(EVERYDAY);
  const alloy = alloyOf(metal, random);
  const text = random.pick(FIRST_NAMES);
  const lettering = random.pick(["script", "roman", "sans"] as const);
  const join = lettering === "script" ? "overlap" : "underline";
  return {
    kind: "name-pendant",
    spec: { text, lettering, join, alloy: alloy.id },
    look: { style: lettering, metal: metal.look, text },
    title: `“${text}” name necklace in ${metal.word}`,
    category: "pendants",
    ...{ colours: metal.colours, material: alloy.label, materials: metal.materials },
    sizes: ONE_SIZE,
    shelf: "everyday",
  };
}

function cameo(random: Random): Planned {
  const metal = random.pick(CAST);
  const alloy = alloyOf(metal, random);
  const shape = random.pick(["oval", "round"] as const);
  const frame = random.pick(["rope", "plain", "beaded"] as const);
  const finish = random.pick(["polished", "satin"] as const);
  return {
    kind: "cameo",
    spec: { shape, frame, finish, alloy: alloy.id },
    look: { style: shape, metal: metal.look, frame, finish },
    title: `${cap(shape)} cameo with a ${frame} frame in ${metal.word}`,
    category: "pendants",
    ...{ colours: metal.colours, material: alloy.label, materials: metal.materials },
    sizes: ONE_SIZE,
    shelf: "everyday",
  };
}

export const planJewellery = (series: string): Planned[] => [
  ...different(series, "earrings", 278, earrings),
  ...different(series, "pendants", 208, pendant),
  ...different(
    series,
    "necklaces",
    70,
    chain("necklace", [
      ["short", 400],
      ["long", 600],
    ]),
  ),
  ...different(series, "bracelets", 50, chain("bracelet", [["standard", 190]])),
  ...different(series, "bangles", 70, bangle),
  ...different(series, "cuffs", 50, cuff),
  ...different(series, "name pendants", 75, namePendant),
  ...different(series, "cameos", 16, cameo),
];
