import type { HairStyle } from "../../kernel/figurine/hair.ts";
import type { GlassesStyle, HatStyle } from "../../kernel/figurine/headwear.ts";
import type { Outfit, OutfitColours } from "../../kernel/figurine/outfit.ts";
import {
  casual,
  chef,
  doctor,
  footballer,
  hoodie,
  musician,
} from "../../kernel/figurine/outfits-everyday.ts";
import {
  astronaut,
  bride,
  graduate,
  groom,
  princess,
  superhero,
} from "../../kernel/figurine/outfits-festive.ts";
import type { PoseId } from "../../kernel/figurine/poses.ts";
import type { FigurineSpec } from "./schema.ts";

export type PropId = Exclude<FigurineSpec["prop"], "body">;

/** A body with what it wears and holds unless the person says otherwise. */
export interface Template {
  outfit: Outfit;
  pose: PoseId;
  colours: Omit<OutfitColours, "skin">;
  hair: HairStyle;
  hat: HatStyle;
  /** A hat's main colour and its trim; the outfit's top and accent where not given. */
  hatColours?: readonly [string, string];
  prop: PropId;
  glasses?: GlassesStyle;
  hasLashes?: boolean;
}

const colours = (top: string, bottom: string, shoes: string, accent: string) => ({
  ...{ top, bottom, shoes, accent },
});

export const TEMPLATES: Readonly<Record<FigurineSpec["body"], Template>> = {
  casual: {
    outfit: casual,
    pose: "relaxed",
    colours: colours("#d94f43", "#31507f", "#ece6da", "#f2c230"),
    hair: "short",
    hat: "none",
    prop: "none",
  },
  sitting: {
    outfit: hoodie,
    pose: "sit",
    colours: colours("#3f938d", "#3b4152", "#e9633c", "#f4efe4"),
    hair: "curly",
    hat: "none",
    prop: "none",
  },
  superhero: {
    outfit: superhero,
    pose: "hips",
    colours: colours("#2a5cc0", "#cf2f2c", "#cf2f2c", "#cf2f2c"),
    hair: "swept",
    hat: "none",
    prop: "none",
    glasses: "mask",
  },
  graduate: {
    outfit: graduate,
    pose: "cheer",
    colours: colours("#27324f", "#2c303b", "#23252b", "#d9a72e"),
    hair: "long",
    hat: "mortarboard",
    prop: "diploma",
    hasLashes: true,
  },
  bride: {
    outfit: bride,
    pose: "hold",
    colours: colours("#fbf8f3", "#f0e4d8", "#f6efe6", "#e6b7b4"),
    hair: "bun",
    hat: "none",
    prop: "bouquet",
    hasLashes: true,
  },
  groom: {
    outfit: groom,
    pose: "relaxed",
    colours: colours("#2b3448", "#2b3448", "#33231b", "#7c2136"),
    hair: "swept",
    hat: "none",
    prop: "none",
  },
  footballer: {
    outfit: footballer,
    pose: "kick",
    colours: colours("#2a9d5c", "#fbfaf5", "#e6502e", "#f6f4ee"),
    hair: "spiky",
    hat: "none",
    prop: "ball",
  },
  musician: {
    outfit: musician,
    pose: "strum",
    colours: colours("#2d2b30", "#34507d", "#5b3a25", "#efe9dd"),
    hair: "afro",
    hat: "none",
    prop: "guitar",
  },
  chef: {
    outfit: chef,
    pose: "offer",
    colours: colours("#fbfaf6", "#41557a", "#2c2c30", "#d4372f"),
    hair: "short",
    hat: "toque",
    hatColours: ["#fbfaf6", "#fbfaf6"],
    prop: "spoon",
  },
  doctor: {
    outfit: doctor,
    pose: "offer",
    colours: colours("#f6f8fa", "#9fc7e8", "#33415c", "#2f7d8c"),
    hair: "bob",
    hat: "none",
    prop: "clipboard",
  },
  astronaut: {
    outfit: astronaut,
    pose: "wave",
    colours: colours("#f1f2f4", "#c9ced6", "#5a6472", "#ef7b2d"),
    hair: "short",
    hat: "helmet",
    prop: "none",
  },
  princess: {
    outfit: princess,
    pose: "wave",
    colours: colours("#e58ab2", "#fbdbe8", "#d65f93", "#b8488a"),
    hair: "ponytail",
    hat: "crown",
    hatColours: ["#efbf4a", "#fff4e2"],
    prop: "none",
    hasLashes: true,
  },
};
