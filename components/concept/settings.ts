import type { Wish } from "./concept-actions.ts";

/** What the settings hold, as it is typed. */
export interface Settings {
  prompt: string;
  enhance: boolean;
  /** Empty: the words are completed when the picture is drawn. */
  enhancedPrompt: string;
  negativePrompt: string;
  count: number;
  aspectRatio: NonNullable<Wish["aspectRatio"]> | "";
  seed: string;
  style: NonNullable<Wish["style"]>;
  engine: NonNullable<Wish["engine"]>;
}

export const USUAL_SETTINGS: Settings = {
  prompt: "",
  enhance: true,
  enhancedPrompt: "",
  negativePrompt: "",
  count: 1,
  aspectRatio: "",
  seed: "",
  style: "classic",
  engine: "embedded",
};

/** The wish that the settings make of a way; what is left empty takes its usual value. */
export function wishOf(settings: Settings, way: Wish["way"]): Wish {
  const { prompt, enhance, enhancedPrompt, negativePrompt, count, aspectRatio, seed } = settings;
  const words = prompt.trim();
  const completed = enhancedPrompt.trim();
  return {
    way,
    enhance,
    engine: settings.engine,
    ...(words && { prompt: words }),
    ...(enhance && completed && { enhancedPrompt: completed }),
    ...(negativePrompt.trim() && { negativePrompt: negativePrompt.trim() }),
    ...(aspectRatio && { aspectRatio }),
    ...(/^\d+$/.test(seed.trim()) && { seed: Number(seed) }),
    ...(way === "style" && { style: settings.style }),
    count: way === "sketch" || way === "twin" ? 1 : count,
  };
}
