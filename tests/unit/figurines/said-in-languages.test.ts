import { expect, test } from "vitest";
import { noFaces } from "#lib/adapters/face/none.ts";
import type { Ctx } from "#lib/context.ts";
import { checkCrop } from "#lib/figurines/check-crop.ts";
import { STANDARD_INPUT } from "#lib/figurines/options.ts";
import { printabilityScore, printable } from "#lib/figurines/scores/printability.ts";
import { qualityScore } from "#lib/figurines/scores/quality.ts";
import type { FusionResult } from "#lib/figurines/types.ts";
import { figurineSpec } from "#lib/kinds/figurine/from-face.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";
import { DRAWN_MARKS, facePhoto } from "#tests/setup/face-photo.ts";
import english from "../../../messages/en/figurine.json" with { type: "json" };

const LANGUAGES = ["de", "fr", "vi"];
const unknownIn = (sentences: readonly string[]) =>
  LANGUAGES.flatMap((locale) => sentences.filter((said) => sentenceIn(locale, said) === said));

type Place = [number, number];
const RIGHT: Place = [...DRAWN_MARKS.eyes.right];
const LEFT: Place = [...DRAWN_MARKS.eyes.left];

const crop = async (right: Place, left: Place) => {
  const bytes = await facePhoto();
  const mouth: Place = [...DRAWN_MARKS.mouth];
  const input = { ...STANDARD_INPUT, eyes: { right, left }, mouth };
  const ctx = { adapters: { faces: noFaces } } as unknown as Ctx;
  return checkCrop(ctx, { bytes, widthPx: 800, heightPx: 1000, tones: 200, input });
};

test("what was looked at in a photo is said in every language", async () => {
  const good = await crop(RIGHT, LEFT);
  const swapped = await crop(LEFT, RIGHT);
  const messages = [...good.checks, ...swapped.checks].map(({ message }) => message);
  expect(messages.some((message) => message.includes("swapped"))).toBe(true);
  expect(unknownIn(messages)).toEqual([]);
});

test("what prints at which size is said in every language", () => {
  const cells = printable(figurineSpec({ ...STANDARD_INPUT, template: "bride", heightMm: 65 }, {}));
  const statuses = new Set(cells.map(({ status }) => status));
  expect(statuses).toEqual(new Set(["pass", "warn", "fail"]));
  expect(unknownIn(cells.map(({ message }) => message))).toEqual([]);
});

test("scores are named on the page as the API names them", () => {
  const spec = figurineSpec(STANDARD_INPUT, {});
  const measures = { boxMm: [40, 30, spec.heightMm], watertight: true, pieces: 1 };
  const faults = { selfIntersections: 0, holes: 0, nonManifoldEdges: 0 };
  const fusion = { measures, faults } as unknown as FusionResult;
  const scores = [
    qualityScore(fusion, spec),
    printabilityScore(printable(spec), STANDARD_INPUT),
  ] as const;
  for (const { id, label, meaning, bands } of scores) {
    const { label: title, meaning: text, ...names } = english.board.score[id as "quality"];
    expect([title, text, ...Object.values(names)]).toEqual([
      label,
      meaning,
      ...bands.map((band) => band.label),
    ]);
  }
});
