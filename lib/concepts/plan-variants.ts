import type { Ctx } from "#lib/context.ts";
import type { Spec } from "#lib/designs/types.ts";
import { pictureRaster } from "#lib/images/picture-raster.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { dressIn } from "#lib/kinds/variants/dress-in.ts";
import { dressInPalette, lookOfGround } from "#lib/kinds/variants/read-palette.ts";
import { noteChanges } from "#lib/kinds/variants/repaint-spec.ts";
import { seededRandom } from "#lib/kinds/variants/seeded.ts";
import { STYLES } from "#lib/kinds/variants/styles.ts";
import { varySpec } from "#lib/kinds/variants/vary-spec.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { tryBuild } from "./buildable.ts";
import type { ConceptPlan, PlanInput } from "./plan.ts";
import { lookOfWish, saySpec } from "./plan-words.ts";
import type { ConceptLook } from "./types.ts";

/** What a variant starts from: numbers and how their picture was taken. */
export interface Start {
  kind: Kind;
  spec: Spec;
  look: ConceptLook;
  parentId: string | null;
}

/** The words' own piece; every seed is another stand of camera and light. */
export function planPicture({ wish, seed }: PlanInput, start: Start): ConceptPlan {
  const { spec, notes } = saySpec(start.kind, start.spec, wish);
  return { ...start, spec, notes, look: { ...lookOfWish(wish, start.look), cameraSeed: seed } };
}

/** How often a variation that the rules refuse is tried with other changes. */
const ATTEMPTS = 12;

/** Small changes inside the rules, and the words' where there are any. Throws `invalid_input` where nothing can vary. */
export async function planVariation(
  ctx: Ctx,
  input: PlanInput,
  start: Start,
): Promise<ConceptPlan> {
  const { kind } = start;
  const { wish, seed, signal } = input;
  const said = saySpec(kind, start.spec, wish);
  const look = lookOfWish(wish, start.look);
  let refused = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const random = seededRandom(seed + attempt * 7919);
    const spec = varySpec(kind, said.spec, random, said.avoided);
    const changes = noteChanges(kind, said.spec, spec);
    if (changes.length === 0) continue;
    const built = await tryBuild(ctx, kind, spec, signal);
    if (!("refused" in built) && built.findings.every(({ status }) => status !== "fail")) {
      return {
        ...start,
        spec: built.spec,
        look,
        notes: [...said.notes, ...changes, ...noteRefused(refused)],
      };
    }
    refused++;
  }
  throw invalidInput(
    `No small change of this ${kind.title.toLowerCase()} keeps all rules. Change a number by hand and try again.`,
  );
}

const noteRefused = (count: number): ConceptPlan["notes"] =>
  count === 0
    ? []
    : [
        {
          verdict: "refused",
          message: `${count} other changes were left, since the piece could not be made with them.`,
        },
      ];

/** A style's light, ground and materials. */
export function planStyle({ wish }: PlanInput, start: Start): ConceptPlan {
  const style = STYLES[wish.style ?? "classic"];
  const { kind } = start;
  const said = saySpec(kind, start.spec, wish);
  const spec = dressIn(kind, said.spec, style, said.avoided);
  const { lights, background } = style;
  const look = lookOfWish(wish, { ...start.look, lights, background });
  const changes = noteChanges(kind, said.spec, spec);
  const kept: ConceptPlan["notes"] =
    changes.length > 0
      ? []
      : [
          {
            verdict: "kept",
            message:
              "The piece is of this style's materials already; light and ground are the style's.",
          },
        ];
  return { ...start, spec, look, notes: [...said.notes, ...changes, ...kept] };
}

/** Colours and light of a reference picture. */
export async function planTransfer(
  ctx: Ctx,
  { wish, signal }: PlanInput,
  start: Start,
): Promise<ConceptPlan> {
  const { kind } = start;
  const picture = await pictureRaster(ctx, wish.referenceId!);
  const options = signal ? { signal } : {};
  const traits = await ctx.adapters.inference.readTraits({ picture, as: "photo" }, options);
  const said = saySpec(kind, start.spec, wish);
  const { spec, notes } = dressInPalette(kind, said.spec, traits.palette, said.avoided);
  const look = lookOfWish(wish, { ...start.look, ...lookOfGround(traits.ground) });
  const lit: ConceptPlan["notes"] = [
    {
      verdict: "changed",
      message: `Light and ground by the reference's ground, ${traits.ground.hex}.`,
    },
    {
      verdict: "refused",
      message:
        "The reference's shapes and patterns were not taken: of a style only colours, light and ground are read here.",
    },
  ];
  return { ...start, spec, look, notes: [...said.notes, ...notes, ...lit] };
}
