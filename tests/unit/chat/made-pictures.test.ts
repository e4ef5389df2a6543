import { expect, test } from "vitest";
import { madeBy } from "#components/chat/cards/use-made-pictures.ts";

const task = { status: "succeeded" as const, result: null, error: null };

test("pictures of a design and concepts of it are told apart", () => {
  const drawn = { ...task, result: { pictures: [{ id: "p1" }] } };
  const concept = { ...task, result: { image_id: "i1", concept_id: "c1" } };
  expect(madeBy({ status: "succeeded", tasks: [drawn, concept] }).pictures).toEqual([
    { imageId: "p1", conceptId: null },
    { imageId: "i1", conceptId: "c1" },
  ]);
});

test("what is on its way is counted, and why something failed is told", () => {
  const failed = { ...task, status: "failed" as const, error: { message: "The mask is empty." } };
  const tasks = [{ ...task, status: "queued" as const }, failed];
  expect(madeBy({ status: "running", tasks })).toEqual({
    ...{ pictures: [], pending: 1, problem: "The mask is empty." },
  });
});
