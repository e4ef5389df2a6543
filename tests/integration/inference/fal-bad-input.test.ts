import "../http/environment.ts";
import { beforeEach, describe, expect, test } from "vitest";
import type { PictureTask } from "#lib/adapters/inference/picture-tasks.ts";
import { type Behaviour, REFUSALS } from "#tests/doubles/fal/behaviour.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { mugPhoto, objectRequest, ownerIn } from "./bench-pieces.ts";
import { double, openFalEngine } from "./fal-bench.ts";

const { state } = double;
let owner: ReturnType<typeof ownerIn>;
beforeEach(async () => {
  state.reset();
  await db.providerCall.deleteMany();
  owner = ownerIn((await makePerson()).workspaceId);
});

const buildWith = async (behaviour: Behaviour) => {
  state.next.push(behaviour);
  return openFalEngine().buildModel(await objectRequest(), { owner });
};
const drawWith = async (behaviour: Behaviour) => {
  state.next.push(behaviour);
  const task: PictureTask = { task: "edit", prompt: "in silver", pictures: [await mugPhoto()] };
  return openFalEngine().makePictures(task, { owner });
};

/** What happened, and what whoever reads it can do. */
const TOLD: [string, Behaviour, RegExp, RegExp][] = [
  ["a wrong key", { refuse: REFUSALS.wrongKey }, /does not accept.*key/, /set FAL_KEY anew/],
  ["no credit", { refuse: REFUSALS.noCredit }, /credit is used up/, /must top it up/],
  ["a locked account", { refuse: REFUSALS.locked }, /credit is used up/, /must top it up/],
  [
    "a field",
    { refuse: REFUSALS.field },
    /image_url: Image is too small/,
    /Change the text or the/,
  ],
  ["content rules", { refuse: REFUSALS.contentPolicy }, /content rules/, /Change the text or the/],
  ["too many orders", { refuse: REFUSALS.tooMany }, /is busy with us/, /goes on by itself/],
  ["a fault there", { refuse: REFUSALS.broken }, /does not work at the moment/, /Try again in a/],
  ["no runner", { refuse: REFUSALS.overloaded }, /does not work at the moment/, /Try again in a/],
  ["a sending that was cut", { cutSubmit: true }, /was cut off/, /try again to send it anew/],
  ["a job that failed", { fail: REFUSALS.field }, /Image is too small/, /Change the text or the/],
  ["an address that has died", { isDead: true }, /no longer has this/, /Try again/],
];

const TOLD_OF_MODELS: typeof TOLD = [
  ["an FBX", { file: "fbx" }, /made an FBX/, /Try again, or take another model/],
  ["an empty package", { file: "zip-without-model" }, /holds no model/, /Try again/],
  ["an empty mesh", { file: "no-triangle" }, /holds no triangle/, /Try again/],
  ["an empty file", { file: "empty" }, /is empty/, /Try again/],
];

describe("of a model", () => {
  test.each([...TOLD, ...TOLD_OF_MODELS])(
    "%s is told with what can be done",
    async (_, behaviour, what, help) => {
      const { userMessage } = await refusalOf(buildWith(behaviour));
      expect(userMessage).toMatch(what);
      expect(userMessage).toMatch(help);
    },
  );
});

describe("of pictures", () => {
  const cases: typeof TOLD = [
    ...TOLD,
    ["no picture", { isNoPicture: true }, /cannot be read/, /Try again/],
  ];
  test.each(cases)("%s is told with what can be done", async (_, behaviour, what, help) => {
    const { userMessage } = await refusalOf(drawWith(behaviour));
    expect(userMessage).toMatch(what);
    expect(userMessage).toMatch(help);
  });

  test("what is of no use has failed, and another try orders anew", async () => {
    for (const behaviour of [{ isDead: true }, { isNoPicture: true }]) {
      expect(await refusalOf(drawWith(behaviour))).toMatchObject({ retryable: false });
    }
    expect((await drawWith({})).pictures).toHaveLength(1);
    expect(state.submits).toBe(3);
  });

  test("a download that breaks off is taken again, and paid once", async () => {
    expect((await drawWith({ cutDownloads: 2 })).pictures).toHaveLength(1);
    expect(state.submits).toBe(1);
  });
});

test("a result that is cut mid-body is asked for again, and paid once", async () => {
  expect((await buildWith({ cutResults: 2 })).measures.watertight).toBe(true);
  expect(state.submits).toBe(1);
});

test("a package gives the model in it", async () => {
  expect((await buildWith({ file: "zip" })).measures.watertight).toBe(true);
});
