import type { Capability, FalModel } from "./capabilities.ts";
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

const capabilities = () => Object.keys(FAL_MODELS) as Capability[];

function toChoice(text: string): [Capability, string] {
  const [capability = "", name = ""] = text.split("=").map((one) => one.trim());
  const known = capabilities().find((one) => one === capability);
  if (!known) throw wrong(text.trim(), capabilities());
  return [known, name];
}

const wrong = (text: string, allowed: readonly string[]) =>
  new Error(`FAL_MODELS: "${text}" is not known. There are: ${allowed.join(", ")}.`);
