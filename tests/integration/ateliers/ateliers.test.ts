import "../http/environment.ts";
import { describe, expect, it } from "vitest";
import { decideAtelier } from "#lib/ateliers/admin/decide-atelier.ts";
import { featureAtelier } from "#lib/ateliers/admin/feature-atelier.ts";
import { listForApproval } from "#lib/ateliers/admin/list-for-approval.ts";
import { setMatchWeights } from "#lib/ateliers/admin/set-match-weights.ts";
import { estimateOf } from "#lib/ateliers/estimate.ts";
import { getAtelier } from "#lib/ateliers/get-atelier.ts";
import { listAteliers } from "#lib/ateliers/list-ateliers.ts";
import { DEFAULT_WEIGHTS } from "#lib/ateliers/match/weights.ts";
import { matchAteliers } from "#lib/ateliers/match-ateliers.ts";
import { findOwnAtelier, requireOwnAtelier } from "#lib/ateliers/own-atelier.ts";
import { atelierRates } from "#lib/ateliers/rates.ts";
import { saveOwnAtelier } from "#lib/ateliers/save-own-atelier.ts";
import { parseRates, writeRateCard } from "#lib/ateliers/write-rate-card.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { HOUSE } from "#tests/unit/ateliers/samples.ts";
import { guest, lastMailTo, makePerson, refusalOf } from "../accounts/people.ts";
import { openStudio } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { openAtelier, profile } from "./profiles.ts";

const RING = { alloy: "gold-18k-rose", style: "plain", bandWidthMm: 4 };

describe("signing up", () => {
  it("waits for an admin, is found when approved, and the owner is told", async () => {
    const [owner, admin] = await Promise.all([makePerson(), makePerson("admin")]);
    const { id, status } = await saveOwnAtelier(owner.ctx, profile());
    expect(status).toBe("pending");
    expect((await refusalOf(requireOwnAtelier(owner.ctx))).code).toBe("forbidden");
    expect((await refusalOf(getAtelier(guest(), id))).code).toBe("not_found");
    expect((await getAtelier(owner.ctx, id)).name).toBe("Fonderie des Pentes");
    const waiting = await listForApproval(admin.ctx, { status: "pending" });
    expect(waiting.items.find((one) => one.id === id)?.contact?.person).toBe("Solène Marchetti");
    await decideAtelier(admin.ctx, { atelierId: id, decision: "approve", reason: "" });
    expect((await requireOwnAtelier(owner.ctx)).id).toBe(id);
    expect((await getAtelier(guest(), id)).name).toBe("Fonderie des Pentes");
    expect((await lastMailTo(owner.email)).subject).toBe("Fonderie des Pentes is approved");
    const { role } = await db.user.findUniqueOrThrow({ where: { id: owner.userId } });
    expect(role).toBe("atelier");
  });

  it("tells no stranger of a contact", async () => {
    const { atelierId } = await openAtelier();
    const shown = JSON.stringify([
      await getAtelier(guest(), atelierId),
      await listAteliers(guest(), {}),
    ]);
    expect(shown).not.toContain("solene@");
    expect(shown).not.toContain("Grande-Côte");
  });

  it("leaves decisions to admins, and needs a reason to refuse", async () => {
    const [owner, other, admin] = await Promise.all([
      makePerson(),
      makePerson(),
      makePerson("admin"),
    ]);
    const { id: atelierId } = await saveOwnAtelier(owner.ctx, profile());
    const approve = { atelierId, decision: "approve", reason: "" } as const;
    expect((await refusalOf(decideAtelier(other.ctx, approve))).code).toBe("forbidden");
    expect((await refusalOf(listForApproval(other.ctx, { status: "pending" }))).code).toBe(
      "forbidden",
    );
    expect((await refusalOf(featureAtelier(other.ctx, { atelierId, featured: true }))).code).toBe(
      "forbidden",
    );
    const refuse = { atelierId, decision: "refuse", reason: "" } as const;
    expect((await refusalOf(decideAtelier(admin.ctx, refuse))).fieldErrors).toHaveProperty(
      "reason",
    );
    await decideAtelier(admin.ctx, { ...refuse, reason: "Show some work first." });
    expect((await findOwnAtelier(owner.ctx))?.statusReason).toBe("Show some work first.");
    expect((await refusalOf(decideAtelier(admin.ctx, { ...refuse, reason: "Again." }))).code).toBe(
      "conflict",
    );
    await saveOwnAtelier(owner.ctx, profile({ name: "Pentes, second try" }));
    expect((await findOwnAtelier(owner.ctx))?.status).toBe("pending");
  });
});

/** The rates that a version of an atelier's card keeps. */
async function ratesOf(atelierId: string, version: number) {
  const where = { atelierId, version };
  return atelierRates.parse((await db.atelierRateCard.findFirstOrThrow({ where })).rates);
}

describe("a rate card", () => {
  it("is a new version each time, and names what is wrong with it", async () => {
    const { ctx, atelierId } = await openAtelier();
    const { version } = await writeRateCard(ctx, { ...HOUSE, markup: 1.5 });
    expect(version).toBe(2);
    expect((await ratesOf(atelierId, 1)).markup).toBe(1.35);
    expect((await ratesOf(atelierId, 2)).markup).toBe(1.5);
    const negative = { ...HOUSE, making: { fixedMinor: -1, perGMinor: 400 } };
    const refusal = await refusalOf(writeRateCard(ctx, negative));
    expect(refusal.fieldErrors).toEqual({ "making.fixedMinor": "A rate cannot be negative." });
    expect((await refusalOf(writeRateCard(ctx, { ...HOUSE, currency: "USD" }))).code).toBe(
      "invalid_input",
    );
    const elsewhere = await refusalOf(saveOwnAtelier(ctx, profile({ currency: "JPY" })));
    expect(elsewhere.fieldErrors).toHaveProperty("currency");
    expect(() => parseRates({ ...HOUSE, metalPerGMinor: { unobtainium: 1 } })).toThrow(
      /metalPerGMinor/,
    );
  });

  it("written by two windows at once is kept once", async () => {
    const { ctx } = await openAtelier();
    const tries = await Promise.allSettled(
      [1.2, 1.3, 1.4].map((markup) => writeRateCard(ctx, { ...HOUSE, markup })),
    );
    const versions = tries.flatMap((one) => (one.status === "fulfilled" ? one.value.version : []));
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions).toContain(2);
  });
});

describe("matching a design", () => {
  it("finds whom the owner's rates price, to the cent of the rate card it names", async () => {
    const [{ atelierId }, customer] = await Promise.all([openAtelier(), openStudio()]);
    const { design } = await createDesign(customer.ctx, { kind: "ring", spec: RING });
    const location = { place: "Paris", country: "FR" };
    const { matches, features, notes } = await matchAteliers(customer.ctx, {
      designId: design.id,
      location,
      limit: 100,
    });
    const match = matches.find(({ atelier }) => atelier.id === atelierId)!;
    const rates = await ratesOf(atelierId, match.estimate.rateCardVersion);
    expect(match.estimate.low).toEqual(estimateOf(features.bill.low, rates));
    expect(match.distanceKm).toBeGreaterThan(380);
    expect(match.distanceKm).toBeLessThan(400);
    expect(features.source).toBe("measures");
    expect(notes.map(({ code }) => code)).toEqual(["walls-unmeasured"]);
  });

  it("says which limit excludes, and follows a change at once", async () => {
    const owner = await openAtelier();
    const customer = await openStudio();
    const { design } = await createDesign(customer.ctx, {
      kind: "ring",
      spec: { ...RING, alloy: "platinum-950" },
    });
    const ask = async () => {
      const { excluded, matches } = await matchAteliers(customer.ctx, {
        designId: design.id,
        limit: 100,
      });
      const out = excluded.find(({ atelier }) => atelier.id === owner.atelierId);
      const isIn = matches.some(({ atelier }) => atelier.id === owner.atelierId);
      return isIn ? "in" : out?.blockers.map(({ message }) => message);
    };
    expect(await ask()).toEqual(["Does not work in Platinum 950 (Ru)."]);
    await saveOwnAtelier(owner.ctx, profile({ materials: ["platinum-950"] }));
    expect(await ask()).toBe("in");
    const admin = await makePerson("admin");
    await decideAtelier(admin.ctx, {
      atelierId: owner.atelierId,
      decision: "suspend",
      reason: "Away.",
    });
    expect(await ask()).toBeUndefined();
  });

  it("gives a range from words alone, and asks back where they name nothing", async () => {
    await openAtelier();
    const { ctx } = await makePerson();
    const { matches, notes, features } = await matchAteliers(ctx, {
      words: "a rose gold ring with a 6 mm sapphire",
    });
    expect(features).toMatchObject({ source: "words", kind: "ring", materials: ["gold-18k-rose"] });
    expect(notes.map(({ code }) => code)).toEqual(["range"]);
    const { low, high, isRange } = matches[0]!.estimate;
    expect(isRange).toBe(true);
    expect(high.totalMinor).toBeGreaterThan(low.totalMinor);
    expect((await refusalOf(matchAteliers(ctx, { words: "the weather" }))).code).toBe(
      "invalid_input",
    );
  });

  it("tells of an unknown place, a past date and a budget below the material", async () => {
    await openAtelier();
    const customer = await openStudio();
    const { design } = await createDesign(customer.ctx, { kind: "ring", spec: RING });
    const ask = (more: object) => matchAteliers(customer.ctx, { designId: design.id, ...more });
    const lost = await ask({ location: { place: "Atlantis" } });
    expect(lost.notes[0]!.message).toBe(
      "We do not know where Atlantis is, so distance does not count.",
    );
    expect(lost.matches[0]!.terms.map(({ id }) => id)).not.toContain("distance");
    const poor = await ask({ budget: { amountMinor: 1_000, currency: "EUR" } });
    expect(poor.notes[0]).toMatchObject({ code: "budget-under-material" });
    expect(poor.notes[0]!.message).toMatch(
      /^Its materials alone cost \d+\.\d\d EUR .* 10\.00 EUR\.$/,
    );
    expect((await refusalOf(ask({ deadline: new Date(0) }))).fieldErrors).toHaveProperty(
      "deadline",
    );
  });

  it("hides a design of someone else", async () => {
    const [customer, other] = await Promise.all([openStudio(), makePerson()]);
    const { design } = await createDesign(customer.ctx, { kind: "ring", spec: RING });
    expect((await refusalOf(matchAteliers(other.ctx, { designId: design.id }))).code).toBe(
      "not_found",
    );
    expect((await refusalOf(matchAteliers(guest(), { designId: design.id }))).code).toBe(
      "unauthenticated",
    );
  });

  it("weighs its terms as an admin says", async () => {
    await openAtelier();
    const [admin, other] = await Promise.all([makePerson("admin"), makePerson()]);
    const only = { ...DEFAULT_WEIGHTS, rating: 500 };
    expect((await refusalOf(setMatchWeights(other.ctx, only))).code).toBe("forbidden");
    await setMatchWeights(admin.ctx, only);
    const { matches } = await matchAteliers(other.ctx, { words: "a rose gold ring" });
    const rating = matches[0]!.terms.find(({ id }) => id === "rating")!;
    expect(rating.weight).toBeGreaterThan(0.99);
    await setMatchWeights(admin.ctx, DEFAULT_WEIGHTS);
  });
});
