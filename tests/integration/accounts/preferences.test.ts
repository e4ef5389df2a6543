import "../http/environment.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { getProfile } from "#lib/accounts/get-profile.ts";
import { profileFormInput, updateProfile } from "#lib/accounts/update-profile.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { ownNumbers } from "#lib/usage/own-numbers.ts";
import { GET, PATCH } from "../../../app/api/v1/profile/route.ts";
import { openStudio, type Studio } from "../designs/studio.ts";
import { clear, db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";
import { guest, refusalOf } from "./people.ts";

let ada: Studio;
beforeEach(async () => {
  await clear();
  ada = await openStudio();
});

const alloyOf = async (kind: string, spec?: Record<string, unknown>) =>
  (await createDesign(ada.ctx, { kind, ...(spec && { spec }) })).design.revision.spec?.alloy;

describe("preferences", () => {
  test("are as usual until they are changed, one by one", async () => {
    expect(await getProfile(ada.ctx)).toMatchObject({
      ...{ locale: "en", currency: "EUR", metal: null, ringSystem: null, units: "mm" },
    });
    await updateProfile(ada.ctx, { metal: "platinum-950", locale: "vi" });
    await updateProfile(ada.ctx, { ringSystem: "jp", units: "inch" });
    expect(await getProfile(ada.ctx)).toMatchObject({
      ...{ locale: "vi", currency: "EUR", metal: "platinum-950", ringSystem: "jp", units: "inch" },
    });
  });

  test("take nothing that does not exist", async () => {
    for (const wrong of [
      { metal: "wood" },
      { locale: "xx" },
      { ringSystem: "mars" },
      { units: "ell" },
    ]) {
      await expect(updateProfile(ada.ctx, wrong as never)).rejects.toThrow();
    }
  });

  test("of a form are none where the list is left at none", () => {
    const form = { name: "Ada", locale: "de", currency: "EUR", units: "mm" };
    expect(profileFormInput.parse({ ...form, metal: "", ringSystem: "" })).toMatchObject({
      ...{ metal: null, ringSystem: null, askBeforePaying: false },
    });
  });

  test("make a new piece of the metal, unless another is said or it is no piece of metal", async () => {
    await updateProfile(ada.ctx, { metal: "platinum-950" });
    expect(await alloyOf("ring")).toBe("platinum-950");
    expect(await alloyOf("ring", { alloy: "silver-925" })).toBe("silver-925");
    expect(await alloyOf("dress")).toBeUndefined();
  });

  test("are read and changed over REST", async () => {
    const { key } = await createApiKey(ada.ctx, { name: "t", scopes: ["read", "write"] });
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const [reading, changing] = [await serve(GET), await serve(PATCH)];
    const changed = await fetch(changing.url, {
      method: "PATCH",
      headers,
      body: JSON.stringify({ ring_system: "eu", metal: "silver-925" }),
    });
    expect(changed.status).toBe(200);
    const read = await fetch(reading.url, { headers });
    expect(await read.json()).toMatchObject({
      ring_system: "eu",
      metal: "silver-925",
      units: "mm",
    });
    const wrong = await fetch(changing.url, { method: "PATCH", headers, body: '{"metal":"wood"}' });
    expect(wrong.status).toBe(400);
  });
});

describe("one's own numbers", () => {
  test("count what is there, the time jobs took, and what providers charged by month", async () => {
    const { design } = await createDesign(ada.ctx, { kind: "ring" });
    const startedAt = new Date("2026-11-01T10:00:00Z");
    const finishedAt = new Date("2026-11-01T10:01:30Z");
    await db.job.updateMany({
      where: { designId: design.id, kind: "build-model" },
      data: { status: "succeeded", startedAt, finishedAt },
    });
    const call = {
      ...{ workspaceId: ada.workspaceId, provider: "fal", capability: "model", model: "m" },
      status: "succeeded" as const,
    };
    await db.providerCall.createMany({
      data: [
        { ...call, costMicroUsd: 200_000, createdAt: new Date("2026-10-02T00:00:00Z") },
        { ...call, costMicroUsd: 50_000, createdAt: new Date("2026-11-02T00:00:00Z") },
        { ...call, costMicroUsd: 25_000, createdAt: new Date("2026-11-03T00:00:00Z") },
      ],
    });
    expect(await ownNumbers(ada.ctx)).toMatchObject({
      ...{ designs: 1, revisions: 1, models: 1, collections: 0, workedSeconds: 90 },
      costs: [
        { month: "2026-11", provider: "fal", orders: 2, costMicroUsd: 75_000 },
        { month: "2026-10", provider: "fal", orders: 1, costMicroUsd: 200_000 },
      ],
    });
  });

  test("are nobody else's", async () => {
    await createDesign(ada.ctx, { kind: "ring" });
    const eve = await openStudio();
    expect(await ownNumbers(eve.ctx)).toMatchObject({ designs: 0, workedSeconds: 0, costs: [] });
    expect((await refusalOf(ownNumbers(guest()))).code).toBe("unauthenticated");
  });
});
