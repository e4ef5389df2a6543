import { CUT_ASPECT, CUTS, type Cut } from "#lib/shared/stones.ts";
import type { Random } from "../random.ts";
import { alloyOf, EVERYDAY, GEMS, PRECIOUS, stoneWord } from "./metals.ts";
import { different, type Planned } from "./planned.ts";

const DIAMETERS_MM: Record<string, number> = {
  50: 15.92,
  52: 16.55,
  54: 17.19,
  56: 17.83,
  58: 18.46,
};
const RING_SIZES = Object.keys(DIAMETERS_MM);

/** Some neighbouring sizes, and the one the picture shows. */
export function ringSizes(random: Random) {
  const first = Math.floor(random.next() * 3);
  const sizes = RING_SIZES.slice(first, first + 2 + Math.floor(random.next() * 3));
  return { sizes, innerDiameterMm: DIAMETERS_MM[sizes[0]!]! };
}

/** Narrower stones are set by no head. */
const LEAST_WIDTH_MM = 3;

/** Sizes of a stone with that cut. */
export function stoneSize(cut: Cut, lengthMm: number) {
  const stoneWidthMm = Math.max(LEAST_WIDTH_MM, Number((lengthMm / CUT_ASPECT[cut]).toFixed(1)));
  return { stoneLengthMm: lengthMm, stoneWidthMm };
}

const RING_STYLES = [
  ["solitaire", 5],
  ["halo", 4],
  ["three-stone", 3],
  ["plain", 1],
] as const;
const STYLE_WORDS = {
  solitaire: "solitaire ring",
  halo: "halo ring",
  "three-stone": "three-stone ring",
  plain: "band",
};

function ring(random: Random): Planned {
  const style = random.weighted(RING_STYLES);
  return style === "plain" ? plainBand(random) : stoneRing(random, style);
}

function plainBand(random: Random): Planned {
  const metal = random.pick(EVERYDAY);
  const alloy = alloyOf(metal, random);
  const { sizes, innerDiameterMm } = ringSizes(random);
  const width = random.pick([
    ["slim", 2],
    ["medium", 4],
    ["wide", 7],
  ] as const);
  const finish = random.pick(["polished", "satin"] as const);
  const shoulders = width[0] !== "slim" && random.chance(0.4) ? "pave" : "plain";
  const profile = random.pick(["flat", "d-shape"] as const);
  return {
    kind: "ring",
    spec: {
      ...{ style: "plain", innerDiameterMm, alloy: alloy.id, finish, profile, shoulders },
      ...{ bandWidthMm: width[1], bandThicknessMm: 1.7, taperPercent: 0 },
    },
    look: { style: "plain", metal: metal.look, width: width[0], finish, shoulders, profile },
    title: `${width[0] === "medium" ? "Classic" : width[0] === "slim" ? "Slim" : "Wide"} ${finish === "satin" ? "satin " : ""}band${shoulders === "pave" ? " with pavé" : ""} in ${metal.word}`,
    category: "rings",
    ...{ colours: metal.colours, material: alloy.label, materials: metal.materials, sizes },
    shelf: "everyday",
  };
}

function stoneRing(random: Random, style: "solitaire" | "halo" | "three-stone"): Planned {
  const metal = random.pick(PRECIOUS);
  const alloy = alloyOf(metal, random);
  const gem = random.pick(GEMS);
  const stone = random.pick(gem.stones);
  const cut = random.pick(CUTS);
  const head = style === "solitaire" && random.chance(0.35) ? "bezel" : "prong";
  const shoulders = random.chance(0.35) ? "pave" : "plain";
  const size = random.pick([
    ["small", 5],
    ["large", 8],
  ] as const);
  const { sizes, innerDiameterMm } = ringSizes(random);
  const band = random.pick([2, 2.6]);
  return {
    kind: "ring",
    spec: {
      ...{ style, innerDiameterMm, alloy: alloy.id, stone, cut, head, shoulders },
      ...stoneSize(cut, size[1]),
      ...{ bandWidthMm: shoulders === "pave" ? 2.4 : band, sideStoneMm: size[1] * 0.6 },
    },
    look: {
      ...{ style, metal: metal.look, stone: gem.look, cut, head, shoulders, size: size[0] },
    },
    title: `${cap(cut)} ${stoneWord(stone)} ${STYLE_WORDS[style]}${shoulders === "pave" ? " with pavé shoulders" : ""} in ${metal.word}`,
    category: "rings",
    colours: [...metal.colours, gem.colour],
    ...{ material: alloy.label, materials: [...metal.materials, stoneWord(stone)], sizes },
    shelf: "fine",
  };
}

function eternity(random: Random): Planned {
  const metal = random.pick(PRECIOUS);
  const alloy = alloyOf(metal, random);
  const gem = random.pick(GEMS);
  const stone = random.pick(gem.stones);
  const { sizes, innerDiameterMm } = ringSizes(random);
  const setting = random.pick(["prong", "channel", "pave"] as const);
  const coverage = random.pick(["full", "half"] as const);
  const size = random.pick([
    ["small", 1.8],
    ["large", 3],
  ] as const);
  return {
    kind: "eternity",
    spec: {
      ...{ innerDiameterMm, coverage, setting, stone, stoneMm: size[1], alloy: alloy.id },
      bandWidthMm: Number((size[1] + (setting === "channel" ? 1.6 : 0.6)).toFixed(1)),
    },
    look: { style: setting, metal: metal.look, stone: gem.look, coverage, size: size[0] },
    title: `${coverage === "half" ? "Half eternity" : "Eternity"} ring with ${stoneWord(stone)} in ${metal.word}`,
    category: "rings",
    colours: [...metal.colours, gem.colour],
    ...{ material: alloy.label, materials: [...metal.materials, stoneWord(stone)], sizes },
    shelf: "fine",
  };
}

function cluster(random: Random): Planned {
  const metal = random.pick(PRECIOUS);
  const alloy = alloyOf(metal, random);
  const [gem, outer] = [random.pick(GEMS), random.pick(GEMS.slice(0, 5))];
  const [stone, petalStone] = [random.pick(gem.stones), random.pick(outer.stones)];
  const { sizes, innerDiameterMm } = ringSizes(random);
  const petals = random.pick([8, 12]);
  return {
    kind: "cluster",
    spec: { innerDiameterMm, stone, petalStone, petals, alloy: alloy.id, stoneMm: 5 },
    look: {
      ...{ style: "cluster", metal: metal.look, stone: gem.look, outer: outer.look },
      petals: String(petals),
    },
    title: `${cap(stoneWord(stone))} cluster ring with ${petals} ${stoneWord(petalStone)} petals in ${metal.word}`,
    category: "rings",
    colours: [...new Set([...metal.colours, gem.colour, outer.colour])],
    material: alloy.label,
    materials: [...new Set([...metal.materials, stoneWord(stone), stoneWord(petalStone)])],
    sizes,
    shelf: "fine",
  };
}

const NAMES = ["AM", "JL", "K", "RV", "S", "EC", "D", "MT"];

function signet(random: Random): Planned {
  const metal = random.pick(EVERYDAY);
  const alloy = alloyOf(metal, random);
  const table = random.pick(["oval", "round", "cushion", "square"] as const);
  const size = random.pick([
    ["small", 9],
    ["large", 14],
  ] as const);
  const finish = random.pick(["polished", "satin"] as const);
  const text = random.chance(0.5) ? random.pick(NAMES) : "";
  const { sizes, innerDiameterMm } = ringSizes(random);
  return {
    kind: "signet",
    spec: {
      ...{ innerDiameterMm, table, tableLengthMm: size[1], tableWidthMm: size[1] * 0.85, finish },
      ...{ text, letterHeightMm: size[1] * 0.36, alloy: alloy.id },
    },
    look: {
      style: table,
      metal: metal.look,
      size: size[0],
      finish,
      text: text ? "letters" : "none",
    },
    title: `${cap(table)} signet ring${text ? ` “${text}”` : ""} in ${finish === "satin" ? "satin " : ""}${metal.word}`,
    category: "rings",
    ...{ colours: metal.colours, material: alloy.label, materials: metal.materials, sizes },
    shelf: "everyday",
  };
}

export const cap = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const planRings = (series: string): Planned[] => [
  ...different(series, "rings", 430, ring),
  ...different(series, "eternity rings", 90, eternity),
  ...different(series, "cluster rings", 80, cluster),
  ...different(series, "signet rings", 50, signet),
];
