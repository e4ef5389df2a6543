import type { View } from "../../kernel/render/camera.ts";
import type { Lights } from "../../kernel/render/light-presets.ts";
import type { Background } from "../../kernel/render/shot.ts";

/** How a picture is taken. */
export interface Look {
  view: View;
  lights: Lights;
  background: Background;
}

export const USUAL_LOOK: Look = { view: "hero", lights: "studio", background: "light" };

type Saying = readonly [RegExp, Partial<Look>];

/** Words of light, ground and side, in the languages the studio speaks. */
const SAYINGS: readonly Saying[] = [
  [
    /\b(daylight|sunlight|sunlit|natural light|tageslicht|lumi[eè]re du jour)\b|ánh sáng ban ngày/iu,
    { lights: "daylight" },
  ],
  [
    /\b(dramatic|moody|hard light|low[- ]key|chiaroscuro|dramatisch|dramatique)\b|kịch tính/iu,
    { lights: "dramatic" },
  ],
  [
    /\b(studio light|even light|softbox|studiolicht|lumi[eè]re de studio)\b/iu,
    { lights: "studio" },
  ],
  [
    /\b(dark|black|night|dunkler|schwarzer|sombre|noir) (back)?(ground|grund|hintergrund|fond)\b|\bfond (noir|sombre)\b|nền (đen|tối)/iu,
    { background: "dark" },
  ],
  [
    /\b(light|white|pale|bright|heller|weißer) (back)?(ground|grund|hintergrund)\b|\bfond (blanc|clair)\b|nền (trắng|sáng)/iu,
    { background: "light" },
  ],
  [
    /\b(transparent|cut[- ]?out|no background|without a? ?background)\b/iu,
    { background: "transparent" },
  ],
  [/\b(from|at) the front\b|\bfront view\b|\bvon vorn\b|\bde face\b/iu, { view: "front" }],
  [/\bfrom the side\b|\bside view\b|\bvon der seite\b|\bde profil\b/iu, { view: "side" }],
  [/\bfrom (above|the top)\b|\btop view\b|\bvon oben\b|\bvu d'en haut\b/iu, { view: "top" }],
  [/\bfrom (behind|the back)\b|\bback view\b|\bvon hinten\b|\bde dos\b/iu, { view: "back" }],
  [
    /\bclose[- ]?up\b|\bmacro\b|\bdetail view\b|\bnahaufnahme\b|\bgros plan\b/iu,
    { view: "detail" },
  ],
];

/** What a text says of light, ground and side; later words do not undo earlier ones. */
export function readLook(text: string): Partial<Look> {
  const found: Partial<Look> = {};
  for (const [words, look] of SAYINGS)
    if (words.test(text)) Object.assign(found, { ...look, ...found });
  return found;
}

const LIGHT_WORDS: Record<Lights, string> = {
  studio: "Even studio light",
  daylight: "Sun and open sky, daylight",
  dramatic: "Dramatic hard light from the sides",
};
const GROUND_WORDS: Record<Background, string> = {
  light: "on a light ground",
  dark: "on a dark ground",
  transparent: "on a transparent ground",
};
const VIEW_WORDS: Record<View, string> = {
  hero: "seen from the front and a little above",
  front: "seen from the front",
  side: "seen from the side",
  back: "seen from behind",
  top: "seen from above",
  detail: "a close-up of the finest part",
  head: "a close-up of the face",
};

/** A look as a sentence that `readLook` reads back. */
export const lookWords = ({ view, lights, background }: Look) =>
  `${LIGHT_WORDS[lights]}, ${GROUND_WORDS[background]}, ${VIEW_WORDS[view]}.`;
