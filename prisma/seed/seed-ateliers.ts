import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { v5 as uuidOf } from "uuid";
import type { Blob, StoredBlob } from "#lib/adapters/blob/port.ts";
import type { Vault } from "#lib/adapters/vault/port.ts";
import { sealContact, storeContact } from "#lib/ateliers/contact/seal-contact.ts";
import { mondayOf } from "#lib/ateliers/match/schedule.ts";
import type { Db, Tx } from "#lib/db.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { findAlloy } from "#lib/shared/alloys.ts";
import { exchangeMinor, STARTING_RATES } from "#lib/shared/exchange.ts";
import { findMaterial } from "#lib/shared/materials.ts";
import { findPlace } from "#lib/shared/places/places.ts";
import { exampleRates, TRADES, type Trade } from "./atelier-trades.ts";
import { EXAMPLE_ATELIERS, type ExampleAtelier } from "./example-ateliers.ts";
import { PORTFOLIO_WORKS, type PortfolioWork, type PortfolioWorkName } from "./portfolio-works.ts";

/** Ids of the examples come from their names, so that a second seeding finds them. */
const NAMESPACE = "5b1c5f0e-6c0a-4f0e-9c39-2f1f6f1d7a55";
const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), "portfolio");
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export interface SeedAteliersOptions {
  db: Db;
  blob: Blob;
  vault: Vault;
  /** The demo account that owns the first of them. */
  ownerEmail: string;
  now: Date;
}

/** Makes the example ateliers that are not there yet, with rates, pictures, calendars and sealed contacts. */
export async function seedAteliers({ db, blob, vault, ownerEmail, now }: SeedAteliersOptions) {
  const ids = EXAMPLE_ATELIERS.map(({ name }) => uuidOf(name, NAMESPACE));
  const known = await db.atelier.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const isKnown = new Set(known.map(({ id }) => id));
  if (isKnown.size === ids.length) return;
  const pictures = await storePictures(blob);
  const owner = await db.user.findUnique({ where: { email: ownerEmail }, select: { id: true } });
  for (const [at, example] of EXAMPLE_ATELIERS.entries()) {
    const id = ids[at]!;
    if (isKnown.has(id)) continue;
    const contact = await sealContact(vault, id, contactOf(example));
    await db.$transaction(async (tx) => {
      await createAtelier(tx, example, { id, ownerId: at === 0 ? (owner?.id ?? null) : null, now });
      await createParts(tx, example, { id, pictures, now });
      await storeContact(tx, id, contact);
    });
  }
}

interface Picture extends StoredBlob {
  blobKey: string;
  width: number;
  height: number;
}

type Pictures = Map<PortfolioWorkName, Picture>;

async function storePictures(blob: Blob): Promise<Pictures> {
  const names = Object.keys(PORTFOLIO_WORKS) as PortfolioWorkName[];
  const pictures: Pictures = new Map();
  for (const name of names) {
    const bytes = await readFile(path.join(FOLDER, `${name}.webp`));
    const { width, height } = await sharp(bytes).metadata();
    const blobKey = `portfolio/examples/${name}.webp`;
    const stored = await blob.put(blobKey, new Uint8Array(bytes), { contentType: "image/webp" });
    pictures.set(name, { ...stored, blobKey, width, height });
  }
  return pictures;
}

async function createAtelier(
  tx: Tx,
  example: ExampleAtelier,
  { id, ownerId, now }: { id: string; ownerId: string | null; now: Date },
): Promise<void> {
  const { name, about, place, country, currency, languages, shipsTo, stars } = example;
  const trade: Trade = TRADES[example.trade];
  const at = findPlace(place, country);
  await tx.atelier.create({
    data: {
      ...{ id, ownerId, name, about, place, country, currency },
      status: "approved",
      statusChangedAt: now,
      latitude: at?.latitude ?? null,
      longitude: at?.longitude ?? null,
      languages: [...languages],
      shipsTo: [...shipsTo],
      crafts: [...trade.crafts],
      materials: [...trade.materials],
      stones: [...trade.stones],
      limits: trade.limits,
      leadTimeDays: trade.leadTimeDays,
      hoursPerWeek: trade.hoursPerWeek,
      minimumOrderMinor: Math.round(
        exchangeMinor(trade.minimumOrderEuroCents, "EUR", currency, STARTING_RATES),
      ),
      rateCardVersion: 1,
      ratingSum: stars.reduce((sum, count, index) => sum + count * (index + 1), 0),
      ratingCount: stars.reduce((sum, count) => sum + count, 0),
      ordersFinished: stars.reduce((sum, count) => sum + count, 0),
    },
  });
}

async function createParts(
  tx: Tx,
  { trade: tradeName, currency, level, bookedWeeks }: ExampleAtelier,
  { id: atelierId, pictures, now }: { id: string; pictures: Pictures; now: Date },
): Promise<void> {
  const trade: Trade = TRADES[tradeName];
  const rates = exampleRates(trade, currency, level);
  await tx.atelierRateCard.create({ data: { atelierId, version: 1, rates } });
  await tx.atelierWeek.createMany({
    data: Array.from({ length: bookedWeeks }, (_, week) => ({
      atelierId,
      monday: new Date(Date.parse(mondayOf(now)) + week * WEEK_MS),
      openHours: trade.hoursPerWeek,
      bookedHours: trade.hoursPerWeek,
    })),
  });
  await tx.portfolioPicture.createMany({
    data: trade.works.map((name, position) => {
      const work: PortfolioWork = PORTFOLIO_WORKS[name];
      return {
        ...pictures.get(name)!,
        ...{ atelierId, position, kind: work.kind, mediaType: "image/webp" },
        title: `${work.sentence.charAt(0).toUpperCase()}${work.sentence.slice(1)}`,
        crafts: [...work.crafts],
        materials: materialsOf(work),
      };
    }),
  });
}

/** Alloys and materials that the sentence says. */
function materialsOf({ kind: kindId, sentence }: PortfolioWork): string[] {
  const kind = getKind(kindId);
  const { patch } = kind.read(sentence, { current: null, locale: "en" });
  return Object.values(parseSpec(kind, patch)).filter(
    (value): value is string =>
      typeof value === "string" && (findAlloy(value) !== null || findMaterial(value) !== null),
  );
}

/** Invented, at a domain that no mail reaches. */
function contactOf({ name, place }: ExampleAtelier) {
  const address = name
    .normalize("NFD")
    .replace(/[^a-z0-9]+/gi, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  return {
    person: `The bench of ${name}`,
    email: `hello@${address}.example`,
    phone: "+00 000 555 0100",
    street: `1 Workshop Lane, ${place}`,
    website: `https://${address}.example`,
  };
}
