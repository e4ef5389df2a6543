import { z } from "zod";
import { CRAFT_IDS } from "#lib/shared/crafts.ts";
import { CURRENCIES } from "#lib/shared/exchange.ts";
import { COMPLEXITY_CLASSES } from "./features/types.ts";
import { atelierLimits } from "./limits.ts";
import { MATCH_TERMS } from "./match/weights.ts";
import type { MatchAnswer, MatchInput, MatchView } from "./match-ateliers.ts";

const id = z.string();
const country = z.string().length(2).describe("ISO 3166-1 alpha-2.");

const locationForm = z
  .object({
    place: z.string().max(120).optional().describe("A town of the bundled table: Hanoi, Lyon …"),
    country: country.optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
  })
  .describe("Where it goes. Unknown: matched without distance, and a note says so.");

const budgetForm = z.object({
  amountMinor: z.int().positive().max(1e12),
  currency: z.enum(CURRENCIES),
});

/** What a match is asked by, over REST. */
export const matchForm = z
  .object({
    designId: id.optional(),
    revisionNumber: z.int().min(1).optional().describe("Default the newest."),
    imageId: id.optional(),
    words: z
      .string()
      .max(2000)
      .optional()
      .describe("What it is, or more about the design or picture."),
    location: locationForm.optional(),
    budget: budgetForm.optional().describe("Of all pieces together."),
    deadline: z.iso.date().optional().describe("To be in the customer's hands."),
    quantity: z.int().min(1).max(100_000).default(1),
    country: country.optional().describe("Only ateliers of this country."),
    maxKm: z.number().positive().max(21_000).optional(),
    withinBudget: z.boolean().default(false).describe("Leave out who estimates more."),
    limit: z.int().min(1).max(100).default(20),
  })
  .refine(({ designId, imageId, words }) => designId || imageId || words, {
    message: "Name a design, a picture, or what is to be made.",
    path: ["designId"],
  });

/** A day's end, UTC: what comes that day is in time. */
export const toMatchInput = ({ deadline, ...form }: z.output<typeof matchForm>): MatchInput => ({
  ...form,
  ...(deadline && { deadline: new Date(`${deadline}T23:59:59.999Z`) }),
});

const cardForm = z.object({
  id,
  name: z.string(),
  place: z.string(),
  country,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  languages: z.array(z.string()),
  crafts: z.array(z.string()),
  leadTimeDays: z.int(),
  ratingStars: z.number().nullable(),
  ratingCount: z.int(),
  featured: z.boolean(),
  isExample: z.boolean().describe("An example of the demo that nobody answers for."),
  pictureUrl: z.string().nullable(),
});

const blockerForm = z.object({
  rule: z.string(),
  message: z.string(),
  craft: z.string().optional(),
  value: z.number().optional(),
  limit: z.number().optional(),
});

const lineForm = z.object({ id, label: z.string(), basis: z.string(), amountMinor: z.int() });

const estimateForm = z.object({
  currency: z.string(),
  totalMinor: z.int().nullable().describe("Null where there is only a range."),
  lowMinor: z.int(),
  highMinor: z.int(),
  lines: z.array(lineForm).describe("Add up to the total; empty for a range."),
  materialMinor: z.int().describe("Materials and stones alone, at the least."),
  massG: z.number().nullable(),
  ratesAsOf: z.string(),
  rateCardVersion: z.int(),
  validDays: z.int(),
});

const termForm = z.object({
  id: z.enum(MATCH_TERMS),
  value: z.number(),
  weight: z.number(),
  points: z.number().describe("value × weight to four decimals; the score is their sum."),
  reason: z.string(),
});

/** What a match answers, over REST. */
export const matchAnswerForm = z.object({
  matches: z.array(
    z.object({
      atelier: cardForm,
      score: z.number(),
      terms: z.array(termForm),
      estimate: estimateForm,
      distanceKm: z.number().nullable(),
      readyOn: z.iso.datetime(),
      arrivesOn: z.iso.datetime(),
      underMaterial: z.object({ materialMinor: z.int(), currency: z.string() }).nullable(),
      blockers: z.array(blockerForm).describe("Always empty: who has one is under `excluded`."),
    }),
  ),
  matchCount: z.int(),
  excluded: z.array(z.object({ atelier: cardForm, blockers: z.array(blockerForm) })),
  excludedCount: z.int(),
  features: z.object({
    source: z.enum(["measures", "words", "pictures"]),
    category: z.string(),
    kind: z.string().nullable(),
    complexity: z.object({ class: z.enum(COMPLEXITY_CLASSES), reasons: z.array(z.string()) }),
    crafts: z.array(z.object({ craft: z.enum(CRAFT_IDS), reason: z.string() })),
    materials: z.array(z.string()),
    stones: z.array(z.object({ stone: z.string(), count: z.int(), lengthMm: z.number() })),
    boxMm: z.array(z.number()).nullable(),
    thinnestWallMm: z.number().nullable(),
    process: z.string().nullable(),
    colours: z.array(z.string()),
  }),
  notes: z.array(z.object({ code: z.string(), message: z.string() })),
});

function toEstimate({ estimate }: MatchView) {
  const { low, high, isRange, rateCardVersion, validDays } = estimate;
  return {
    currency: low.currency,
    totalMinor: isRange ? null : low.totalMinor,
    lowMinor: low.totalMinor,
    highMinor: high.totalMinor,
    lines: isRange ? [] : low.lines,
    materialMinor: low.materialMinor,
    massG: isRange ? null : low.massG,
    ratesAsOf: low.ratesAsOf,
    rateCardVersion,
    validDays,
  };
}

/** A match as REST and the chat show it. */
export function toMatchWire(answer: MatchAnswer) {
  const { features, matches, destination: _, revisionNumber: __, ...rest } = answer;
  const { bill: ___, ...shownFeatures } = features;
  return {
    ...rest,
    features: shownFeatures,
    matches: matches.map((match) => ({
      ...match,
      estimate: toEstimate(match),
      readyOn: match.readyOn.toISOString(),
      arrivesOn: match.arrivesOn.toISOString(),
    })),
  };
}

export const atelierForm = z.object({
  ...cardForm.omit({ pictureUrl: true }).shape,
  about: z.string(),
  shipsTo: z
    .array(z.string())
    .describe("Countries and regions; its own country goes without saying."),
  materials: z.array(z.string()),
  stones: z.array(z.string()),
  limits: atelierLimits,
  currency: z.string(),
  minimumOrderMinor: z.int(),
  ordersFinished: z.int(),
  reviews: z
    .array(z.object({ rating: z.int(), text: z.string().nullable(), createdAt: z.iso.datetime() }))
    .describe("The newest, without who wrote them."),
  portfolio: z.array(
    z.object({
      id,
      title: z.string(),
      kind: z.string().nullable(),
      crafts: z.array(z.string()),
      materials: z.array(z.string()),
      url: z.string(),
      width: z.int(),
      height: z.int(),
    }),
  ),
});
