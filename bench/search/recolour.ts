import type { DemoProduct } from "../../prisma/seed/catalog/demo-product.ts";
import { CLOTH } from "../../scripts/catalog/plan/garments.ts";
import { CLOTHES, PLASTICS } from "../../scripts/catalog/plan/gifts.ts";
import { BRONZE, type MetalLook, ROSE, SILVER, YELLOW } from "../../scripts/catalog/plan/metals.ts";
import type { Random } from "../../scripts/catalog/random.ts";

/** What is true of a piece: what search results are held against. */
export type Described = Pick<DemoProduct, "kind" | "category" | "colours" | "attributes">;

const METALS: readonly MetalLook[] = [YELLOW, ROSE, SILVER];
const METAL_WORDS = new Set([YELLOW, ROSE, SILVER, BRONZE].flatMap(({ colours }) => colours));
const isMetal = (word: string) => METAL_WORDS.has(word) || word === "white gold";

/** Changes of a piece's spec, its visible attributes and its colour words. */
interface Change {
  spec: Record<string, unknown>;
  look: Record<string, string>;
  colours: string[];
}

function otherMetal({ colours, attributes }: Described, random: Random): Change {
  const metal = random.pick(METALS.filter(({ look }) => look !== attributes.look.metal));
  return {
    spec: { alloy: metal.alloys[0] },
    look: { metal: metal.look },
    colours: [...metal.colours, ...colours.filter((word) => !isMetal(word))],
  };
}

function otherCloth({ colours, attributes }: Described, random: Random): Change {
  const { colour: own, second } = attributes.look;
  const [word, hex] = random.pick(CLOTH.filter(([name]) => name !== own && name !== second));
  return {
    spec: { colour: hex },
    look: { colour: word },
    colours: [word, ...colours.filter((name) => name !== own)],
  };
}

function otherClothes({ attributes }: Described, random: Random): Change {
  const words = Object.entries(CLOTHES).filter(([name]) => name !== attributes.look.colour);
  const [word, hex] = random.pick(words);
  return { spec: { topColour: hex }, look: { colour: word }, colours: [word] };
}

function otherPlastic({ attributes }: Described, random: Random): Change {
  const material = random.pick(PLASTICS.filter((id) => id !== attributes.spec.material));
  const colour = material.slice("pla-".length);
  return { spec: { material }, look: { colour }, colours: [colour] };
}

function changeOf(product: Described, random: Random): Change {
  if ("metal" in product.attributes.look) return otherMetal(product, random);
  if (product.kind === "figurine") return otherClothes(product, random);
  if (product.kind === "keychain") return otherPlastic(product, random);
  return otherCloth(product, random);
}

/** The same piece in another colour: another metal, another cloth, another plastic. It is in no catalogue. */
export function recoloured(product: Described, random: Random): Described {
  const { spec, look, colours } = changeOf(product, random);
  const { attributes, kind, category } = product;
  return {
    ...{ kind, category, colours },
    attributes: { look: { ...attributes.look, ...look }, spec: { ...attributes.spec, ...spec } },
  };
}
