import { MAKING } from "#lib/kernel/print/check-process.ts";
import { craftLabel } from "#lib/shared/crafts.ts";
import { materialLabel } from "#lib/shared/materials.ts";
import { countryName, shipsTo } from "#lib/shared/places/countries.ts";
import { getStone } from "#lib/shared/stones.ts";
import { missingRates } from "../estimate.ts";
import type { DesignFeatures } from "../features/types.ts";
import type { Blocker, Candidate, MatchRequest } from "./types.ts";

/** What rounding a measure for reading may hide, mm. */
const READING_MM = 0.005;

const mm = (value: number) => `${Number(value.toFixed(2))} mm`;
const box = (sides: readonly number[]) => `${sides.map((side) => Math.round(side)).join(" × ")} mm`;

/** Hard limits of an atelier that a design breaks, but for time; empty where it can be made. */
export function blockersOf(
  features: DesignFeatures,
  atelier: Candidate,
  request: MatchRequest,
): Blocker[] {
  return [
    ...skillBlockers(features, atelier),
    ...wallBlockers(features, atelier),
    ...boxBlockers(features, atelier),
    ...stoneSizeBlockers(features, atelier),
    ...orderBlockers(atelier, request),
  ];
}

function skillBlockers({ crafts, materials, stones, bill }: DesignFeatures, atelier: Candidate) {
  const blockers: Blocker[] = [];
  for (const { craft, reason } of crafts) {
    if (atelier.crafts.has(craft)) continue;
    blockers.push({ rule: "craft", craft, message: `No ${craftLabel(craft)}: ${reason}.` });
  }
  for (const material of materials) {
    if (atelier.materials.has(material)) continue;
    const message = `Does not work in ${materialLabel(material) ?? material}.`;
    blockers.push({ rule: "material", message });
  }
  for (const { stone } of stones) {
    if (atelier.stones.has(stone)) continue;
    blockers.push({ rule: "stone", message: `Does not set ${getStone(stone).label}.` });
  }
  if (blockers.length > 0) return blockers;
  return missingRates(bill.high, atelier.rates).map(
    (name): Blocker => ({ rule: "rate", message: `Has no rate for ${name}.` }),
  );
}

function wallBlockers(
  { process, thinnestWallMm: value }: DesignFeatures,
  { limits }: Candidate,
): Blocker[] {
  const limit = process ? limits.wallMm[process] : undefined;
  if (!process || value === null || limit === undefined || value >= limit - READING_MM) return [];
  return [
    {
      rule: "wall",
      value,
      limit,
      message: `Cannot ${MAKING[process]} below ${mm(limit)}; the thinnest wall here is ${mm(value)}.`,
    },
  ];
}

function boxBlockers(
  { boxMm }: DesignFeatures,
  { limits: { largestBoxMm: largest } }: Candidate,
): Blocker[] {
  if (!boxMm || !largest || boxMm.every((side, at) => side <= largest[at]! + READING_MM)) return [];
  const at = boxMm.findIndex((side, place) => side > largest[place]! + READING_MM);
  return [
    {
      rule: "box",
      value: boxMm[at]!,
      limit: largest[at]!,
      message: `Takes at most ${box(largest)}; this is ${box(boxMm)}.`,
    },
  ];
}

function stoneSizeBlockers(
  { stones }: DesignFeatures,
  { limits: { stoneMm } }: Candidate,
): Blocker[] {
  if (!stoneMm) return [];
  const outside = stones.find(
    ({ lengthMm }) =>
      lengthMm < stoneMm.smallest - READING_MM || lengthMm > stoneMm.largest + READING_MM,
  );
  if (!outside) return [];
  const { lengthMm: value, stone } = outside;
  const limit = value < stoneMm.smallest ? stoneMm.smallest : stoneMm.largest;
  const message = `Sets stones of ${mm(stoneMm.smallest)} to ${mm(stoneMm.largest)}; this has a ${getStone(stone).label.toLowerCase()} of ${mm(value)}.`;
  return [{ rule: "stone-size", value, limit, message }];
}

function orderBlockers(
  { limits: { quantity }, country, shipsTo: destinations }: Candidate,
  { quantity: value, destination }: MatchRequest,
): Blocker[] {
  const blockers: Blocker[] = [];
  if (value < quantity.least || value > quantity.most) {
    const limit = value < quantity.least ? quantity.least : quantity.most;
    const message = `Takes orders of ${quantity.least} to ${quantity.most} pieces; this is ${value}.`;
    blockers.push({ rule: "quantity", value, limit, message });
  }
  const to = destination.country;
  if (to && !shipsTo(country, destinations, to)) {
    blockers.push({ rule: "shipping", message: `Does not send to ${countryName(to)}.` });
  }
  return blockers;
}
