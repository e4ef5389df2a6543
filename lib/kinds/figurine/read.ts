import { kindReader } from "../read/kind-reader.ts";
import type { Said, Taken } from "../read/reader-table.ts";
import { type FigurineSpec, figurineSchema } from "./schema.ts";
import { TEMPLATES } from "./templates.ts";

const SLOTS = {
  topColour: "top",
  bottomColour: "bottom",
  shoeColour: "shoes",
  accentColour: "accent",
} as const;

type Slot = keyof typeof SLOTS;

/** A colour someone names makes the palette theirs; the colours they did not name stay those of the body. */
function finishColours({ patch, current, spec }: Said<FigurineSpec>): Taken<FigurineSpec> {
  const named = (Object.keys(SLOTS) as Slot[]).filter((slot) => patch[slot] !== undefined);
  if (named.length === 0 || current?.palette === "own") return {};
  const { colours } = TEMPLATES[spec.body];
  const rest = (Object.keys(SLOTS) as Slot[])
    .filter((slot) => !named.includes(slot))
    .map((slot) => [slot, colours[SLOTS[slot]]]);
  return { patch: { palette: "own", ...Object.fromEntries(rest) } };
}

/** A new body brings its own pose, hat and things to hold unless they are named too. */
function finishBody({ patch, current }: Said<FigurineSpec>): Taken<FigurineSpec> {
  if (patch.body === undefined || current === null || patch.body === current.body) return {};
  const follows: Partial<FigurineSpec> = {};
  for (const field of ["pose", "hat", "prop", "cape"] as const) {
    if (patch[field] === undefined) Object.assign(follows, { [field]: "body" });
  }
  return { patch: follows };
}

/** A name written plainly after the plate: "name plate ANNA", "a plate for Anna Maria". */
const PLATE_NAME =
  /\b(?:name\s?plate|plate|sign)\s+(?:(?:for|with|of)\s+)?((?:\p{Lu}[\p{L}\p{N}'’.-]*\s?)+)/u;

function finishPlate({ message, patch }: Said<FigurineSpec>): Taken<FigurineSpec> {
  const name = patch.plateText === undefined ? PLATE_NAME.exec(message)?.[1]?.trim() : undefined;
  return name ? { patch: { plateText: name.slice(0, 18).trim() } } : {};
}

/** How figurines are spoken of. */
export const FIGURINE_READER = kindReader<FigurineSpec>({
  name: "figurine",
  schema: figurineSchema,
  nouns: ["figurine", "figure", "statuette", "miniature", "bobblehead", "doll", "action figure"],
  hints: ["superhero", "graduate", "astronaut", "footballer", "cake topper"],
  body: {
    fields: { any: "heightMm", size: "heightMm", height: "heightMm" },
  },
  parts: {
    hair: {
      words: ["hair", "hairstyle", "haircut"],
      colour: "hairColour",
      choices: ["hair"],
      absent: { hair: "bald" },
    },
    eyes: { words: ["eye"], colour: "eyeColour" },
    skin: { words: ["skin", "complexion"], colour: "skinColour" },
    top: {
      words: [
        ...["top", "shirt", "sweater", "jersey", "jacket", "gown", "suit", "hoodie", "coat"],
        ...["dress", "robe", "outfit", "clothes"],
      ],
      colour: "topColour",
    },
    trousers: {
      words: ["trouser", "pants", "jeans", "shorts", "apron", "skirt"],
      colour: "bottomColour",
    },
    shoes: { words: ["shoe", "boot", "sneaker", "trainer"], colour: "shoeColour" },
    accents: {
      words: ["accent", "tie", "bow tie", "sash", "stole", "scarf", "tassel"],
      colour: "accentColour",
    },
    cape: {
      words: ["cape", "cloak"],
      colour: "bottomColour",
      present: { cape: "yes" },
      absent: { cape: "none" },
    },
    beard: {
      words: ["beard", "facial hair"],
      present: { beard: "full" },
      absent: { beard: "none" },
    },
    glasses: {
      words: ["glasses", "spectacles", "eyeglasses"],
      present: { glasses: "round" },
      absent: { glasses: "none" },
      choices: ["glasses"],
    },
    hat: { words: ["hat", "headwear"], present: { hat: "cap" }, absent: { hat: "none" } },
    bouquet: {
      words: ["bouquet", "flower"],
      present: { prop: "bouquet" },
      absent: { prop: "none" },
    },
    base: {
      words: ["base", "stand", "plinth", "pedestal"],
      colour: "baseColour",
      absent: { base: "none" },
      choices: ["base"],
    },
    plate: {
      words: ["name plate", "nameplate", "plate", "sign", "name"],
      text: "plateText",
      colour: "plateColour",
      absent: { plateText: "" },
    },
    holes: {
      words: ["drain hole", "hole"],
      count: "drainHoles",
      fields: { any: "drainMm", size: "drainMm", width: "drainMm" },
    },
    wall: {
      words: ["wall"],
      fields: { any: "wallMm", thickness: "wallMm", size: "wallMm" },
      present: { isHollow: true },
    },
    clearance: {
      words: ["clearance", "gap", "play"],
      fields: { any: "jointClearanceMm", size: "jointClearanceMm", width: "jointClearanceMm" },
    },
    joint: {
      words: ["neck joint", "removable head", "detachable head", "separate head"],
      present: { neckJoint: true },
      absent: { neckJoint: false },
    },
  },
  choices: {
    body: {
      casual: ["standing", "casual", "everyday"],
      sitting: ["seated", "sitting figure"],
      superhero: ["super hero", "hero"],
      graduate: ["graduation", "student"],
      groom: ["bridegroom"],
      footballer: ["football player", "soccer player", "soccer"],
      musician: ["guitarist", "rock star", "rocker"],
      chef: ["cook", "baker"],
      doctor: ["physician", "medic"],
      astronaut: ["spaceman", "cosmonaut", "space suit"],
      princess: ["queen", "fairy"],
    },
    pose: {
      sit: ["sit down", "seated pose"],
      wave: ["waves", "wave"],
      hips: ["heroic pose"],
    },
    hair: {
      bald: ["no hair", "hairless"],
      long: ["long", "long hair"],
      short: ["short", "short hair"],
      curly: ["curls", "curly hair"],
      swept: ["quiff", "side parting"],
      ponytail: ["pony tail"],
      bun: ["hair bun", "topknot"],
    },
    glasses: { round: ["round glasses"], square: ["square glasses"], sunglasses: ["shades"] },
    hat: {
      cap: ["baseball cap"],
      mortarboard: ["mortarboard", "graduation cap"],
      toque: ["toque", "chef hat"],
      crown: ["tiara"],
    },
    prop: {
      ball: ["ball", "soccer ball"],
      bouquet: ["bunch of flowers"],
      diploma: ["certificate", "scroll"],
    },
    isHollow: { true: ["hollow", "hollowed"], false: ["solid", "not hollow"] },
    headShape: { square: ["strong jaw"] },
    mouth: { laugh: ["laughing", "big smile"], smile: ["smiling"] },
    hasFreckles: { true: ["freckled"] },
  },
  sets: [
    [{ hairColour: "#d9a441" }, "blond", "blonde", "fair hair"],
    [{ hairColour: "#b5532a" }, "ginger", "redhead", "auburn"],
    [{ headsHigh: 3 }, "chibi", "big head", "cute proportions"],
    [{ headsHigh: 6 }, "realistic proportions", "realistic", "small head"],
    [{ buildPercent: 15 }, "slim", "slender", "skinny"],
    [{ buildPercent: 85 }, "stocky", "chubby", "sturdy build", "muscular"],
  ],
  askSize: "the whole figurine or its head",
  weights: { noun: 0.5, body: 0.4 },
  finish: (said) => {
    const body = finishBody(said);
    const colours = finishColours(said);
    const plate = finishPlate(said);
    return { patch: { ...body.patch, ...colours.patch, ...plate.patch } };
  },
});
