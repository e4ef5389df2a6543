import { describe, expect, test } from "vitest";
import { chooseWork, slotName, type Work } from "#inngest/embedded/queue.ts";

const work = (id: string, ...slots: string[]): Work => ({
  id,
  runId: id,
  functionId: "f",
  kind: "discover",
  stepId: "",
  attempt: 0,
  slots,
});
const chosen = (due: Work[], taken: [string, number][] = [], limit = 10) =>
  chooseWork(due, new Map(taken), limit).map((one) => one.id);

describe("the next work", () => {
  const all = slotName(3, "env tasks");
  const ada = slotName(2, "fn user ada");
  const eve = slotName(2, "fn user eve");

  test("is the oldest whose slots are all free", () => {
    const due = [
      work("a", all, ada),
      work("b", all, ada),
      work("c", all, ada),
      work("d", all, eve),
    ];
    expect(chosen(due)).toEqual(["a", "b", "d"]);
  });

  test("leaves out what would go over a limit with what already runs", () => {
    const due = [work("a", all, ada), work("b", all, eve), work("c", all, eve)];
    expect(
      chosen(due, [
        [all, 2],
        [ada, 2],
      ]),
    ).toEqual(["b"]);
  });

  test("without slots is not limited", () => {
    expect(chosen([work("a"), work("b")], [[all, 3]])).toEqual(["a", "b"]);
  });

  test("is no more than can be done at once", () => {
    expect(chosen([work("a"), work("b"), work("c")], [], 2)).toEqual(["a", "b"]);
  });
});
