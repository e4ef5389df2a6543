import type { PrintProcess } from "./materials.ts";

/** What an atelier can do. */
export interface Craft {
  id: string;
  label: string;
  /** The print or casting process whose walls it is judged by; null where no mesh is made. */
  process: PrintProcess | "cast-metal" | null;
  /** The sort of piece it serves, for grouping. */
  field: "metal" | "print" | "cloth" | "surface";
}

const craft = (
  id: string,
  label: string,
  field: Craft["field"],
  process: Craft["process"] = null,
): Craft => ({ id, label, field, process });

export const CRAFTS = [
  craft("casting", "Lost-wax casting", "metal", "cast-metal"),
  craft("stone-setting", "Stone setting", "metal"),
  craft("engraving", "Engraving", "metal"),
  craft("enamel", "Enamel", "metal"),
  craft("chain-making", "Chain making", "metal"),
  craft("goldsmithing", "Bench goldsmithing", "metal"),
  craft("plating", "Plating", "surface"),
  craft("sla", "Resin printing (SLA)", "print", "sla"),
  craft("fdm", "Filament printing (FDM)", "print", "fdm"),
  craft("full-colour", "Full-colour printing", "print", "full-colour"),
  craft("painting", "Hand painting", "surface"),
  craft("tailoring", "Tailoring", "cloth"),
  craft("knitting", "Knitting", "cloth"),
  craft("embroidery", "Embroidery", "cloth"),
  craft("leather", "Leather work", "cloth"),
] as const satisfies readonly Craft[];

export type CraftId = (typeof CRAFTS)[number]["id"];

export const CRAFT_IDS = CRAFTS.map(({ id }) => id);

const byId = new Map<string, Craft>(CRAFTS.map((one) => [one.id, one]));

/** Null for an unknown id. */
export const findCraft = (id: string): Craft | null => byId.get(id) ?? null;

/** `Lost-wax casting`; the id itself where it is unknown. */
export const craftLabel = (id: string): string => byId.get(id)?.label ?? id;
