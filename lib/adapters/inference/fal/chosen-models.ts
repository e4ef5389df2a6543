import { CHARACTER_STYLES, type CharacterStyle } from "../picture-tasks.ts";
import type { Capability, FalModel, Lora } from "./capabilities.ts";
import { FAL_MODELS } from "./models.ts";

export type ChosenModels = { [C in Capability]: FalModel<C> };

/**
 * The model of each capability: the setting's (`image-to-3d=trellis-2,edit=kontext`), else the first of the table.
 * Throws an Error that names what there is.
 */
export function chosenModels(setting = ""): ChosenModels {
  const names = new Map(setting.split(",").filter(Boolean).map(toChoice));
  const choose = (capability: Capability) => {
    const models = FAL_MODELS[capability] as Record<string, FalModel<Capability>>;
    const name = names.get(capability) ?? Object.keys(models)[0]!;
    const model = models[name];
    if (!model) throw wrong(`${capability}=${name}`, Object.keys(models));
    return [capability, model];
  };
  return Object.fromEntries(capabilities().map(choose)) as unknown as ChosenModels;
}

/** The chosen model where it draws this style, else the first of the table that does. */
export function modelForStyle(models: ChosenModels, style: CharacterStyle): FalModel<"stylise"> {
  const draws = ({ styles }: FalModel<"stylise">) => styles?.includes(style) ?? true;
  return [models.stylise, ...Object.values(FAL_MODELS.stylise)].find(draws)!;
}

const capabilities = () => Object.keys(FAL_MODELS) as Capability[];

function toChoice(text: string): [Capability, string] {
  const [capability = "", name = ""] = text.split("=").map((one) => one.trim());
  const known = capabilities().find((one) => one === capability);
  if (!known) throw wrong(text.trim(), capabilities());
  return [known, name];
}

const wrong = (text: string, allowed: readonly string[], variable = "FAL_MODELS") =>
  new Error(`${variable}: "${text}" is not known. There are: ${allowed.join(", ")}.`);

export type ChosenLoras = { [Style in CharacterStyle]?: readonly Lora[] };

/**
 * The deployment's weights by style, of a setting like `plush=owner/name@0.8,marble=https://…/marble.safetensors`; the
 * number after @ is their scale, 1 where there is none. Throws an Error that names the styles.
 */
export function chosenLoras(setting = ""): ChosenLoras {
  return Object.fromEntries(setting.split(",").filter(Boolean).map(toLora));
}

function toLora(text: string): [CharacterStyle, Lora[]] {
  const { style = "", path, scale } = LORA.exec(text)?.groups ?? {};
  const known = CHARACTER_STYLES.find((one) => one === style);
  if (!known || !path) throw wrong(text.trim(), CHARACTER_STYLES, "FAL_LORAS");
  return [known, [{ path, scale: Number(scale ?? 1) }]];
}

const LORA = /^\s*(?<style>[a-z]+)\s*=\s*(?<path>[^@\s]+)(@(?<scale>\d*\.?\d+))?\s*$/;
