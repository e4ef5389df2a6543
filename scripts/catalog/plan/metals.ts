import { getAlloy } from "#lib/shared/alloys.ts";
import type { Random } from "../random.ts";

/** A metal as it is seen: which alloys look like that, and the words for it. */
export interface MetalLook {
  look: string;
  colours: readonly string[];
  /** Word of a title. */
  word: string;
  alloys: readonly string[];
  materials: readonly string[];
}

export const YELLOW: MetalLook = {
  look: "yellow",
  colours: ["gold"],
  word: "yellow gold",
  alloys: ["gold-18k-yellow", "gold-14k-yellow", "gold-22k-yellow"],
  materials: ["gold", "yellow gold"],
};
export const ROSE: MetalLook = {
  look: "rose",
  colours: ["rose gold"],
  word: "rose gold",
  alloys: ["gold-18k-rose", "gold-14k-rose"],
  materials: ["gold", "rose gold"],
};
const WHITE: MetalLook = {
  look: "white",
  colours: ["white gold", "silver"],
  word: "white gold",
  alloys: ["gold-18k-white-pd", "gold-14k-white-pd"],
  materials: ["gold", "white gold"],
};
const PLATINUM: MetalLook = {
  look: "white",
  colours: ["silver"],
  word: "platinum",
  alloys: ["platinum-950"],
  materials: ["platinum"],
};
export const SILVER: MetalLook = {
  look: "white",
  colours: ["silver"],
  word: "sterling silver",
  alloys: ["silver-925"],
  materials: ["silver"],
};
export const BRONZE: MetalLook = {
  look: "bronze",
  colours: ["bronze"],
  word: "bronze",
  alloys: ["bronze"],
  materials: ["bronze"],
};

/** What stones are set in. */
export const PRECIOUS: readonly MetalLook[] = [YELLOW, YELLOW, ROSE, WHITE, PLATINUM];
/** What is worn every day. */
export const EVERYDAY: readonly MetalLook[] = [YELLOW, ROSE, SILVER, SILVER, WHITE];
/** What medals and cameos are cast of. */
export const CAST: readonly MetalLook[] = [BRONZE, SILVER, YELLOW, ROSE];

/** An alloy of that look with its label. */
export function alloyOf({ alloys }: MetalLook, random: Random) {
  const id = random.pick(alloys);
  return { id, label: getAlloy(id).label.replace(/ \((Pd|Ni|Ru|Ir)\)$/, "") };
}

/** A stone as it is seen: kinds that one cannot tell apart in a picture share a look. */
export interface StoneLook {
  look: string;
  colour: string;
  stones: readonly string[];
}

export const GEMS: readonly StoneLook[] = [
  { look: "clear", colour: "white", stones: ["diamond", "diamond", "moissanite"] },
  { look: "clear", colour: "white", stones: ["diamond", "cubic-zirconia"] },
  { look: "red", colour: "red", stones: ["ruby", "garnet"] },
  { look: "blue", colour: "blue", stones: ["sapphire"] },
  { look: "green", colour: "green", stones: ["emerald"] },
  { look: "pale-blue", colour: "light blue", stones: ["aquamarine"] },
  { look: "violet", colour: "purple", stones: ["amethyst"] },
  { look: "orange", colour: "orange", stones: ["citrine"] },
  { look: "lime", colour: "green", stones: ["peridot"] },
];

export const CLEAR = GEMS[0]!;

/** `oval sapphire`, `diamond`: how a title names a stone. */
export const stoneWord = (id: string) => id.replace("-", " ");
