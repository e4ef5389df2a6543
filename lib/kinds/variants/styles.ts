import type { Lights } from "../../kernel/render/light-presets.ts";
import type { Background } from "../../kernel/render/shot.ts";
import type { Alloy } from "../../shared/alloys.ts";

/** A look of a whole picture: its light, its ground, and the family its materials are from. */
export interface Style {
  lights: Lights;
  background: Exclude<Background, "transparent">;
  /** Colours of metal, the best first. */
  metals: readonly Alloy["colour"][];
  finish: "polished" | "satin";
  /** Colours of cloth and prints, the main one first. */
  colours: readonly `#${string}`[];
  weave: "plain" | "twill" | "satin" | "knit" | "denim";
  /** One sentence for engines that work from words. */
  words: string;
}

export const STYLES = {
  classic: {
    lights: "studio",
    background: "light",
    metals: ["yellow"],
    finish: "polished",
    colours: ["#1d3a6e", "#f4efe6"],
    weave: "plain",
    words: "Classic: polished yellow gold, even studio light on a pale ground.",
  },
  modern: {
    lights: "daylight",
    background: "light",
    metals: ["white", "grey", "silver"],
    finish: "satin",
    colours: ["#2f3437", "#d8dcde"],
    weave: "twill",
    words: "Modern: satin white metal, cool daylight, a clear pale ground.",
  },
  romantic: {
    lights: "daylight",
    background: "light",
    metals: ["rose"],
    finish: "polished",
    colours: ["#b4637a", "#f7e3e1"],
    weave: "satin",
    words: "Romantic: polished rose gold, soft daylight, tender colours.",
  },
  noir: {
    lights: "dramatic",
    background: "dark",
    metals: ["grey", "white", "silver"],
    finish: "polished",
    colours: ["#17171b", "#6d6f78"],
    weave: "satin",
    words: "Noir: polished white metal, hard side light, a black ground.",
  },
  antique: {
    lights: "dramatic",
    background: "dark",
    metals: ["yellow", "bronze"],
    finish: "satin",
    colours: ["#5b3a1e", "#c8a15a"],
    weave: "twill",
    words: "Antique: satin yellow gold in low warm light on a dark ground.",
  },
  natural: {
    lights: "daylight",
    background: "light",
    metals: ["bronze", "rose", "yellow"],
    finish: "satin",
    colours: ["#6b7a4b", "#e7dcc5"],
    weave: "plain",
    words: "Natural: warm satin metal, open daylight, earth colours.",
  },
} as const satisfies Record<string, Style>;

export type StyleId = keyof typeof STYLES;
export const STYLE_IDS = Object.keys(STYLES) as [StyleId, ...StyleId[]];
