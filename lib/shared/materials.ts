import { ALLOYS, findAlloy, massG } from "./alloys.ts";

/** How a printed material is printed. */
export type PrintProcess = "sla" | "fdm" | "full-colour";

interface AnyMaterial {
  id: string;
  label: string;
  /** Short name for price lines: `PLA`. */
  short: string;
  /** Diffuse colour as it is sold, linear sRGB 0 to 1. */
  colour: readonly [red: number, green: number, blue: number];
  /** Of the surface as glTF counts it: 0 a mirror, 1 chalk. */
  roughness: number;
}

/** What a printer makes solids of. */
export interface PrintMaterial extends AnyMaterial {
  sort: "resin" | "filament" | "full-colour";
  processes: readonly PrintProcess[];
  /** Of the cured or cooled solid, g/cm³; a print with infill weighs less. */
  densityGPerCm3: number;
}

/** What a garment is cut from. */
export interface Fabric extends AnyMaterial {
  sort: "fabric";
  processes: readonly [];
  /** Weight of a square metre, g. */
  gPerM2: number;
}

export type Material = PrintMaterial | Fabric;

type Rgb = AnyMaterial["colour"];

/**
 * Densities, g/cm³: acrylate resin 1.18 (makers' sheets give 1.15 to 1.20 cured); PLA 1.24 and PETG 1.27 (published
 * ranges 1.22 to 1.26 and 1.25 to 1.29); polyamide 12 1.01 (ISO 1183 of the moulded polymer); jetted acrylate 1.18
 * (1.17 to 1.18 polymerised); gypsum powder with binder and cyanoacrylate 1.5 (1.4 to 1.6 by infiltration).
 */
const DENSITY = { resin: 1.18, pla: 1.24, petg: 1.27, pa12: 1.01, jetted: 1.18, gypsum: 1.5 };

const COLOURS = {
  white: [0.84, 0.84, 0.82],
  ivory: [0.8, 0.74, 0.62],
  grey: [0.3, 0.31, 0.33],
  black: [0.015, 0.015, 0.017],
  clear: [0.78, 0.82, 0.82],
  red: [0.55, 0.02, 0.025],
  blue: [0.02, 0.09, 0.42],
  green: [0.03, 0.25, 0.08],
  yellow: [0.8, 0.52, 0.03],
} as const satisfies Record<string, Rgb>;

type Colour = keyof typeof COLOURS;

const resin = (colour: Colour, roughness = 0.35): PrintMaterial => ({
  id: `resin-${colour}`,
  label: `Resin, ${colour}`,
  short: `${colour} resin`,
  sort: "resin",
  processes: ["sla"],
  densityGPerCm3: DENSITY.resin,
  colour: COLOURS[colour],
  roughness,
});

const filament = (plastic: "pla" | "petg", colour: Colour): PrintMaterial => ({
  id: `${plastic}-${colour}`,
  label: `${plastic.toUpperCase()}, ${colour}`,
  short: `${colour} ${plastic.toUpperCase()}`,
  sort: "filament",
  processes: ["fdm"],
  densityGPerCm3: DENSITY[plastic],
  colour: COLOURS[colour],
  roughness: plastic === "pla" ? 0.5 : 0.3,
});

const fullColour = (id: string, label: string, densityGPerCm3: number, roughness: number) =>
  ({
    id: `full-colour-${id}`,
    label: `Full colour, ${label}`,
    short: `full-colour ${label}`,
    sort: "full-colour",
    processes: ["full-colour"],
    densityGPerCm3,
    colour: COLOURS.white,
    roughness,
  }) satisfies PrintMaterial;

export const PRINT_MATERIALS: readonly PrintMaterial[] = [
  resin("grey"),
  resin("white"),
  resin("ivory"),
  resin("black"),
  resin("clear", 0.12),
  ...(["white", "grey", "black", "red", "blue", "green", "yellow"] as const).map((colour) =>
    filament("pla", colour),
  ),
  ...(["white", "grey", "black", "clear"] as const).map((colour) => filament("petg", colour)),
  {
    id: "nylon-pa12",
    label: "Nylon PA12",
    short: "nylon PA12",
    sort: "filament",
    processes: ["fdm"],
    densityGPerCm3: DENSITY.pa12,
    colour: [0.74, 0.73, 0.69],
    roughness: 0.6,
  },
  fullColour("gypsum", "gypsum", DENSITY.gypsum, 0.85),
  fullColour("polyjet", "jetted resin", DENSITY.jetted, 0.35),
];

/** Grams a square metre of one momme, the silk trade's unit. */
const MOMME = 4.34;
/** Grams a square metre of an ounce a square yard. */
const OUNCE_PER_YARD2 = 33.906;

const fabric = (
  id: string,
  label: string,
  gPerM2: number,
  colour: Rgb,
  roughness = 0.85,
): Fabric => ({
  id: `fabric-${id}`,
  label,
  short: label.toLowerCase(),
  sort: "fabric",
  processes: [],
  gPerM2: Math.round(gPerM2),
  colour,
  roughness,
});

/**
 * Weights are the usual of each cloth in the trade's charts (shirting 110 to 160, jersey 140 to 200, linen for
 * garments 150 to 200, bottoms and denim 200 to 400 g/m²); silks by momme, denim by ounces.
 */
export const FABRICS: readonly Fabric[] = [
  fabric("cotton-poplin", "Cotton poplin", 120, [0.8, 0.8, 0.78]),
  fabric("cotton-twill", "Cotton twill", 240, [0.45, 0.36, 0.22]),
  fabric("denim", "Denim, 12 oz", 12 * OUNCE_PER_YARD2, [0.03, 0.06, 0.16]),
  fabric("jersey", "Cotton jersey", 180, [0.3, 0.31, 0.33]),
  fabric("linen", "Linen", 185, [0.68, 0.6, 0.46]),
  fabric("silk-chiffon", "Silk chiffon, 8 momme", 8 * MOMME, [0.82, 0.7, 0.66], 0.7),
  fabric("silk-charmeuse", "Silk charmeuse, 19 momme", 19 * MOMME, [0.6, 0.09, 0.13], 0.35),
  fabric("satin", "Duchess satin, 30 momme", 30 * MOMME, [0.82, 0.78, 0.7], 0.3),
  fabric("crepe", "Viscose crêpe", 150, [0.05, 0.07, 0.12]),
  fabric("velvet", "Velvet", 280, [0.12, 0.01, 0.03], 0.95),
  fabric("tulle", "Tulle", 25, [0.84, 0.84, 0.82]),
  fabric("wool-flannel", "Wool flannel", 280, [0.16, 0.16, 0.18], 0.95),
  fabric("wool-coating", "Wool coating", 450, [0.42, 0.28, 0.15], 0.95),
  fabric("leather", "Lamb leather, 0.9 mm", 550, [0.02, 0.014, 0.011], 0.4),
];

export const MATERIALS: readonly Material[] = [...PRINT_MATERIALS, ...FABRICS];

const byId = new Map<string, Material>(MATERIALS.map((material) => [material.id, material]));

/** What is no alloy and no stone; null for an unknown id. */
export const findMaterial = (id: string): Material | null => byId.get(id) ?? null;

/** Throws a plain Error for an id that no schema lets through. */
export function getMaterial(id: string): Material {
  const material = byId.get(id);
  if (!material) throw new Error(`No material ${id}.`);
  return material;
}

/** Name of an alloy or another material; null for an unknown id. */
export const materialLabel = (id: string): string | null =>
  (findAlloy(id) ?? findMaterial(id))?.label ?? null;

/** How much of a material a part takes. */
export interface Amount {
  volumeMm3: number;
  /** Of the cloth itself, one side, mm². */
  clothMm2: number;
}

/** Mass in g of an amount of any alloy or material. Throws a plain Error for an unknown id. */
export function massOf({ volumeMm3, clothMm2 }: Amount, id: string): number {
  if (findAlloy(id)) return massG(volumeMm3, id);
  const material = getMaterial(id);
  if (material.sort === "fabric") return (clothMm2 / 1e6) * material.gPerM2;
  return (volumeMm3 / 1000) * material.densityGPerCm3;
}

/** The materials one could take instead of this one: alloys for an alloy, prints for a print, fabrics for a fabric. */
export function alternativesTo(id: string): readonly { id: string; label: string }[] {
  if (findAlloy(id)) return ALLOYS;
  return getMaterial(id).sort === "fabric" ? FABRICS : PRINT_MATERIALS;
}

/** The same amount in everything one could take instead, g by id. */
export function massByAlternative(amount: Amount, id: string): Record<string, number> {
  return Object.fromEntries(
    alternativesTo(id).map((other) => [other.id, massOf(amount, other.id)]),
  );
}
