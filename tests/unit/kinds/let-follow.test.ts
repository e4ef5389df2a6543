import { describe, expect, it } from "vitest";
import { letFollow } from "#lib/kinds/let-follow.ts";
import { patchSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";

/** The whole spec of a kind, checked by the rules that its sentence needs too. */
function planned(id: string, now: Record<string, unknown>) {
  const kind = getKind(id);
  return async (patch: Record<string, unknown>) => {
    const spec = patchSpec(kind, { ...kind.schema.parse({}), ...now }, patch);
    kind.words(spec);
    return spec;
  };
}

const following = (id: string, chosen: Record<string, unknown>, now?: Record<string, unknown>) =>
  letFollow({ kind: getKind(id), chosen, ...(now && { now }) }, planned(id, now ?? {}));

describe("numbers nobody chose", () => {
  it("follow the width of a cuff: its balls grow with its ends", async () => {
    const { made, moved } = await following("cuff", { widthMm: 12, finish: "satin" });
    expect(made).toMatchObject({ widthMm: 12, ballMm: 7.4 });
    expect(moved).toEqual([
      { field: "ballMm", label: "Ball diameter", before: 6.5, after: 7.4, unit: "mm" },
    ]);
  });

  it("follow the setting of an eternity ring: a channel needs a wider band", async () => {
    const { made } = await following("eternity", { stone: "ruby", setting: "channel" });
    expect(made).toMatchObject({ setting: "channel", bandWidthMm: 4 });
  });

  it("stay where nothing binds them", async () => {
    expect((await following("cuff", { widthMm: 8 })).moved).toEqual([]);
  });
});

describe("what somebody chose", () => {
  it("is not moved: the refusal names it", async () => {
    await expect(following("cuff", { widthMm: 12, ballMm: 5 })).rejects.toMatchObject({
      code: "invalid_input",
      details: { field: "ballMm", nearest: 7.4 },
    });
  });

  it("is not moved later either, by a change of something else", async () => {
    const now = { ...getKind("cuff").schema.parse({}), ballMm: 6 };
    await expect(following("cuff", { widthMm: 12 }, now)).rejects.toMatchObject({
      details: { field: "ballMm" },
    });
  });

  it("is refused as it was said where a single value is out of range", async () => {
    await expect(following("cuff", { widthMm: 90 })).rejects.toMatchObject({
      details: { field: "widthMm", nearest: 40 },
    });
  });
});
