/** A casting alloy. Density from JewelCraft's published table, g/cm³; sources differ by 3 to 15 %. */
export interface Alloy {
  id: string;
  label: string;
  /** Short name for price lines: `18K rose`. */
  short: string;
  metal: "gold" | "silver" | "platinum" | "palladium" | "base";
  /** Colour family, for words and for choosing among alloys. */
  colour: "yellow" | "rose" | "white" | "silver" | "grey" | "bronze";
  karat?: 10 | 14 | 18 | 22 | 24;
  densityGPerCm3: number;
}

const gold = (
  karat: 10 | 14 | 18 | 22 | 24,
  colour: Alloy["colour"],
  densityGPerCm3: number,
  sort = "",
): Alloy => ({
  id: `gold-${karat}k${karat === 24 ? "" : `-${colour}`}${sort ? `-${sort.toLowerCase()}` : ""}`,
  label: `${karat}K ${karat === 24 ? "fine" : colour} gold${sort ? ` (${sort})` : ""}`,
  short: `${karat}K ${karat === 24 ? "gold" : colour}${sort ? ` ${sort}` : ""}`,
  metal: "gold",
  colour,
  karat,
  densityGPerCm3,
});

export const ALLOYS: readonly Alloy[] = [
  gold(24, "yellow", 19.32),
  gold(22, "yellow", 17.86),
  gold(18, "yellow", 15.53),
  gold(18, "rose", 15.02),
  gold(18, "white", 15.66, "Pd"),
  gold(18, "white", 14.69, "Ni"),
  gold(14, "yellow", 13.05),
  gold(14, "rose", 13.03),
  gold(14, "white", 14.6, "Pd"),
  gold(14, "white", 12.61, "Ni"),
  gold(10, "yellow", 11.47),
  gold(10, "white", 10.99),
  gold(10, "rose", 11.52),
  base("silver-925", "Sterling silver 925", "925 silver", "silver", "silver", 10.36),
  base("platinum-950", "Platinum 950 (Ru)", "Pt950", "platinum", "grey", 20.7),
  base("platinum-900", "Platinum 900 (Ir)", "Pt900", "platinum", "grey", 21.54),
  base("palladium-950", "Palladium 950", "Pd950", "palladium", "grey", 12.16),
  base("brass", "Brass", "brass", "base", "yellow", 8.75),
  base("bronze", "Bronze", "bronze", "base", "bronze", 8.8),
  base("steel-420", "Stainless steel 420", "steel 420", "base", "grey", 7.75),
  base("titanium-6al4v", "Titanium Ti6Al4V", "Ti6Al4V", "base", "grey", 4.43),
];

function base(
  id: string,
  label: string,
  short: string,
  metal: Alloy["metal"],
  colour: Alloy["colour"],
  densityGPerCm3: number,
): Alloy {
  return { id, label, short, metal, colour, densityGPerCm3 };
}

const byId = new Map<string, Alloy>(ALLOYS.map((alloy) => [alloy.id, alloy]));

export function findAlloy(id: string): Alloy | null {
  return byId.get(id) ?? null;
}

/** Throws a plain Error for an id that no schema lets through. */
export function getAlloy(id: string): Alloy {
  const alloy = byId.get(id);
  if (!alloy) throw new Error(`No alloy ${id}.`);
  return alloy;
}

/** Carving and injection wax, g/cm³: what casters' factor of 13.5 for 14K stands for. */
const WAX_G_PER_CM3 = 0.967;

/**
 * Grams of metal that a wax model of `waxG` comes to when it is cast, without sprue and button: wax mass × alloy
 * density ÷ wax density (0.967 g/cm³ unless the caster's own is given).
 */
export function castMassG(waxG: number, alloyId: string, waxGPerCm3 = WAX_G_PER_CM3): number {
  return (waxG * getAlloy(alloyId).densityGPerCm3) / waxGPerCm3;
}

/** Mass in g of a volume in mm³. */
export function massG(volumeMm3: number, alloyId: string): number {
  return (volumeMm3 / 1000) * getAlloy(alloyId).densityGPerCm3;
}

/** The same volume in every alloy of the table, g. */
export function massByAlloy(volumeMm3: number): Record<string, number> {
  return Object.fromEntries(ALLOYS.map(({ id }) => [id, massG(volumeMm3, id)]));
}
