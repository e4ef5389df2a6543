import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateOf } from "#lib/ateliers/estimate.ts";
import type { DesignFeatures } from "#lib/ateliers/features/types.ts";
import { blockersOf } from "#lib/ateliers/match/blockers.ts";
import { rankAteliers } from "#lib/ateliers/match/rank.ts";
import type { Candidate, MatchRequest } from "#lib/ateliers/match/types.ts";
import { DEFAULT_WEIGHTS, MATCH_TERMS } from "#lib/ateliers/match/weights.ts";
import { shipsTo } from "#lib/shared/places/countries.ts";
import { repetitions } from "#tests/setup/length.ts";
import { candidate, candidates, features, HOUSE, NOW, request, requests } from "./samples.ts";

const numRuns = repetitions(150, 2000);
const MOST = { matches: 100, excluded: 100 };

const rank = (
  wanted: DesignFeatures,
  all: readonly Candidate[],
  asked: MatchRequest,
  weights = DEFAULT_WEIGHTS,
) =>
  rankAteliers({
    ...{ features: wanted, vector: null, request: asked, weights, most: MOST },
    candidates: all,
  });

const [PLAIN] = fc.sample(features, { numRuns: 1, seed: 7 });

/** A ring of rose gold without stones, walls of 0.85 mm. */
const RING: DesignFeatures = {
  ...PLAIN!,
  source: "measures",
  crafts: [{ craft: "casting", reason: "made of 18K rose gold" }],
  materials: ["gold-18k-rose"],
  stones: [],
  boxMm: [24, 21, 6],
  thinnestWallMm: 0.85,
  bill: (() => {
    const bill = {
      madeOf: [{ material: "gold-18k-rose", volumeMm3: 200, clothMm2: 0, massG: 3.004 }],
      ...{ stones: [], settings: [], letters: 0, chainLinks: 0, hasEarringBacks: false },
      ...{ sewn: null, handwork: [] },
    };
    return { low: bill, high: bill };
  })(),
};

describe("a match", () => {
  it("breaks no hard limit, whatever is asked of whomever", () => {
    fc.assert(
      fc.property(features, candidates, requests, (wanted, all, asked) => {
        const { matches, excluded } = rank(wanted, all, asked);
        for (const { atelier, arrivesOn } of matches) {
          const { limits } = atelier;
          expect(wanted.crafts.every(({ craft }) => atelier.crafts.has(craft))).toBe(true);
          expect(wanted.materials.every((id) => atelier.materials.has(id))).toBe(true);
          expect(wanted.stones.every(({ stone }) => atelier.stones.has(stone))).toBe(true);
          const wall = wanted.thinnestWallMm ?? 99;
          expect(wall).toBeGreaterThanOrEqual((limits.wallMm["cast-metal"] ?? 0) - 0.005);
          const largest = limits.largestBoxMm ?? [999, 999, 999];
          expect(wanted.boxMm!.every((side, at) => side <= largest[at]! + 0.005)).toBe(true);
          const { smallest, largest: most } = limits.stoneMm ?? { smallest: 0, largest: 99 };
          const sizes = wanted.stones.map(({ lengthMm }) => lengthMm);
          expect(sizes.every((mm) => mm >= smallest - 0.005 && mm <= most + 0.005)).toBe(true);
          expect(asked.quantity).toBeGreaterThanOrEqual(limits.quantity.least);
          expect(asked.quantity).toBeLessThanOrEqual(limits.quantity.most);
          const to = asked.destination.country ?? atelier.country;
          expect(shipsTo(atelier.country, atelier.shipsTo, to)).toBe(true);
          expect(arrivesOn.getTime()).toBeLessThanOrEqual(asked.deadline?.getTime() ?? 1e15);
        }
        expect(excluded.every(({ blockers }) => blockers.length > 0)).toBe(true);
        expect(matches.length + excluded.length).toBe(all.length);
      }),
      { numRuns },
    );
  });

  it("has a score that is the sum of its shown terms, and is ordered by it", () => {
    fc.assert(
      fc.property(features, candidates, requests, (wanted, all, asked) => {
        const { matches } = rank(wanted, all, asked);
        for (const { score, terms, distanceKm } of matches) {
          const points = terms.reduce((sum, term) => sum + Math.round(term.points * 1e4), 0);
          expect(points).toBe(Math.round(score * 1e4));
          const weights = terms.reduce((sum, { weight }) => sum + weight, 0);
          expect(weights).toBeCloseTo(1, 9);
          for (const { value, weight, points: got, reason } of terms) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
            expect(Math.abs(value * weight - got)).toBeLessThanOrEqual(1.01e-4);
            expect(reason).toMatch(/\.$/);
          }
          const ids = terms.map(({ id }) => id);
          const told = MATCH_TERMS.filter((id) => id !== "distance" || distanceKm !== null);
          expect(ids).toEqual(told);
        }
        const scores = matches.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((one, other) => other - one));
      }),
      { numRuns },
    );
  });

  it("has an estimate that anybody recomputes to the cent from bill and rates", () => {
    fc.assert(
      fc.property(features, candidates, requests, (wanted, all, asked) => {
        const { matches } = rank(wanted, all, asked);
        for (const { atelier, estimate } of matches) {
          const { rates, minimumOrderMinor } = atelier;
          const options = { quantity: asked.quantity, minimumOrderMinor };
          expect(estimate.low).toEqual(estimateOf(wanted.bill.low, rates, options));
          expect(estimate.high).toEqual(estimateOf(wanted.bill.high, rates, options));
          for (const { lines, totalMinor } of [estimate.low, estimate.high]) {
            const sum = lines.reduce((total, { amountMinor }) => total + amountMinor, 0);
            expect(sum).toBe(totalMinor);
            expect(lines.every(({ amountMinor }) => Number.isInteger(amountMinor))).toBe(true);
          }
          expect(estimate.isRange).toBe(wanted.source !== "measures");
          expect(estimate.high.totalMinor).toBeGreaterThanOrEqual(estimate.low.totalMinor);
        }
      }),
      { numRuns },
    );
  });
});

describe("a hard limit", () => {
  const messagesOf = (changed: Partial<Candidate>, asked = request()) =>
    blockersOf(RING, candidate(changed), asked).map(({ message }) => message);
  const limits = (changed: Partial<Candidate["limits"]>): Partial<Candidate> => ({
    limits: { ...candidate().limits, ...changed },
  });

  it("says what cannot be done, with both numbers", () => {
    expect(messagesOf(limits({ wallMm: { "cast-metal": 1 } }))).toEqual([
      "Cannot cast below 1 mm; the thinnest wall here is 0.85 mm.",
    ]);
    expect(messagesOf(limits({ largestBoxMm: [20, 20, 20] }))).toEqual([
      "Takes at most 20 × 20 × 20 mm; this is 24 × 21 × 6 mm.",
    ]);
    expect(messagesOf(limits({ quantity: { least: 5, most: 9 } }))).toEqual([
      "Takes orders of 5 to 9 pieces; this is 1.",
    ]);
  });

  it("names the craft and the material that are missing", () => {
    expect(messagesOf({ crafts: new Set(["tailoring"]), materials: new Set() })).toEqual([
      "No Lost-wax casting: made of 18K rose gold.",
      "Does not work in 18K rose gold.",
    ]);
  });

  it("excludes who does not send there, but nobody at home", () => {
    const to = (country: string) =>
      request({ destination: { country, latitude: null, longitude: null } });
    const nowhere = { shipsTo: new Set<string>() };
    expect(messagesOf(nowhere, to("VN"))).toEqual(["Does not send to Vietnam."]);
    expect(messagesOf(nowhere, to("AT"))).toEqual([]);
  });

  it("excludes an atelier without a rate for what is needed", () => {
    const { engraving: _, ...rates } = HOUSE;
    const lettered = { ...RING.bill.low, letters: 4 };
    const wanted = { ...RING, bill: { low: lettered, high: lettered } };
    const blockers = blockersOf(wanted, candidate({ rates }), request());
    expect(blockers).toEqual([{ rule: "rate", message: "Has no rate for letters." }]);
  });

  it("counts booked weeks and says how late it would be", () => {
    const booked = new Map(
      ["2026-03-02", "2026-03-09", "2026-03-16"].map((monday) => [
        monday,
        { openHours: 40, bookedHours: 40 },
      ]),
    );
    const late = { ...request(), deadline: new Date("2026-03-25T23:59:59Z") };
    const { matches, excluded } = rank(RING, [candidate({ weeks: booked })], late);
    expect(matches).toEqual([]);
    expect(excluded[0]!.blockers.map(({ message }) => message)).toEqual([
      "Would be with you on 2026-04-04, 10 days late.",
    ]);
  });
});

describe("the terms", () => {
  it("leave distance out where the place is unknown", () => {
    const { matches } = rank(RING, [candidate()], request());
    expect(matches[0]!.distanceKm).toBeNull();
    expect(matches[0]!.terms.map(({ id }) => id)).not.toContain("distance");
  });

  it("put the nearer of two equal ateliers first", () => {
    const destination = { country: "AT", latitude: 48.2, longitude: 16.4 };
    const far = candidate({ id: "far", latitude: 21.03, longitude: 105.85 });
    const { matches } = rank(RING, [far, candidate({ id: "near" })], request({ destination }));
    expect(matches.map(({ atelier }) => atelier.id)).toEqual(["near", "far"]);
  });

  it("say what metal and stones alone cost when a budget is below that", () => {
    const budget = { amountMinor: 10_000, currency: "EUR" as const };
    const { matches, leastMaterial } = rank(RING, [candidate()], request({ budget }));
    const metal = Math.round(3 * HOUSE.metalPerGMinor["gold-18k-rose"]!);
    expect(matches[0]!.underMaterial).toEqual({ materialMinor: metal, currency: "EUR" });
    expect(leastMaterial).toEqual({ materialMinor: metal, currency: "EUR" });
  });

  it("follow the weights of an admin", () => {
    const cheap = candidate({ id: "cheap", ratingSum: 10, ratingCount: 10 });
    const loved = candidate({
      id: "loved",
      ratingSum: 200,
      ratingCount: 40,
      rates: { ...HOUSE, markup: 2.5 },
    });
    const only = (id: "price" | "rating") =>
      Object.fromEntries(MATCH_TERMS.map((term) => [term, term === id ? 1 : 0])) as Record<
        (typeof MATCH_TERMS)[number],
        number
      >;
    const first = (weights: Parameters<typeof rank>[3]) =>
      rank(RING, [cheap, loved], request(), weights).matches[0]!.atelier.id;
    expect([first(only("price")), first(only("rating"))]).toEqual(["cheap", "loved"]);
  });

  it("weigh a piece by the atelier's own density", () => {
    const dense = candidate({ rates: { ...HOUSE, densityGPerCm3: { "gold-18k-rose": 15.5 } } });
    const { matches } = rank(RING, [dense], request());
    const { lines, massG } = matches[0]!.estimate.low;
    expect(massG).toBeCloseTo(3.1, 9);
    expect(lines[0]!.basis).toContain("3.10 g");
    expect(lines[0]!.basis).toContain("15.5 g/cm³");
  });

  it("reach the same ranking twice", () => {
    const all = fc.sample(candidates, { numRuns: 1, seed: 3 })[0]!;
    expect(rank(RING, all, request())).toEqual(rank(RING, all, request()));
    expect(NOW).toEqual(request().now);
  });
});
