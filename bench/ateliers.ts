/**
 * `npm run bench:ateliers`: matches over 10,000 approved ateliers in the embedded database, each with rates, four
 * pictures and a calendar, and writes the rows into docs/benchmarks.md.
 */
import { randomUUID } from "node:crypto";
import { createAccount } from "#lib/accounts/sign-up.ts";
import type { Adapters } from "#lib/adapters/adapters.ts";
import { featuresOfRevision } from "#lib/ateliers/features/of-revision.ts";
import { listCandidates } from "#lib/ateliers/match/candidates.ts";
import { rankAteliers } from "#lib/ateliers/match/rank.ts";
import { vectorBytes } from "#lib/ateliers/match/vector.ts";
import { DEFAULT_WEIGHTS } from "#lib/ateliers/match/weights.ts";
import { matchAteliers } from "#lib/ateliers/match-ateliers.ts";
import type { Ctx } from "#lib/context.ts";
import { connectDb, type Db } from "#lib/db.ts";
import { LOOK_DIMENSIONS } from "#lib/kernel/look/describe.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { CURRENCIES, exchangeMinor, STARTING_RATES } from "#lib/shared/exchange.ts";
import { PLACES } from "#lib/shared/places/places.ts";
import { exampleRates, TRADES, type Trade } from "../prisma/seed/atelier-trades.ts";
import { openEmbeddedPostgres } from "../scripts/database/embedded-postgres.ts";
import { migrateDatabase } from "../scripts/database/migrate.ts";
import { seededNumbers } from "../tests/geometry/random-spec.ts";
import { formatMs, median, p95, timesMs } from "./measure.ts";
import { writeRows } from "./table.ts";

const ATELIERS = 10_000;
const BATCH = 500;
const RUNS = Number(process.env.BENCH_RUNS ?? 200);
const PICTURES = 4;
const EMBEDDER = "bench@1";

const next = seededNumbers(11);
const pick = <Item>(from: readonly Item[]) => from[Math.floor(next() * from.length)]!;

function randomVector(): Float32Array {
  const values = Float32Array.from({ length: LOOK_DIMENSIONS }, () => next() - 0.5);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

function oneAtelier(at: number) {
  const id = randomUUID();
  const trade: Trade = pick(Object.values(TRADES));
  const place = pick(PLACES);
  const currency = pick(CURRENCIES);
  const { crafts, materials, stones, limits, leadTimeDays, hoursPerWeek } = trade;
  const atelier = {
    ...{ id, currency, limits, hoursPerWeek, country: place.country, place: place.name },
    ...{ latitude: place.latitude + next(), longitude: place.longitude + next() },
    ...{ crafts: [...crafts], materials: [...materials], stones: [...stones] },
    status: "approved" as const,
    name: `Bench ${at}`,
    about: "Made for measuring.",
    shipsTo: next() < 0.7 ? ["world"] : ["eu", "asia"],
    languages: ["en"],
    leadTimeDays: leadTimeDays + Math.floor(next() * 10),
    minimumOrderMinor: Math.round(exchangeMinor(5_000, "EUR", currency, STARTING_RATES)),
    rateCardVersion: 1,
    ratingSum: 90,
    ratingCount: 20,
  };
  const rates = exampleRates(trade, currency, 0.5 + next());
  const pictures = Array.from({ length: PICTURES }, (_, position) => ({
    ...{ atelierId: id, position, kind: pick(["ring", "pendant", "dress", "figurine"]) },
    ...{ crafts: [...crafts], materials: materials.slice(0, 1), embedder: EMBEDDER },
    ...{ title: "Bench", blobKey: "bench", mediaType: "image/webp", sha256: "", bytes: 1 },
    ...{ width: 1, height: 1, vector: vectorBytes(randomVector()) },
  }));
  return { atelier, card: { atelierId: id, version: 1, rates }, pictures };
}

async function fill(db: Db): Promise<void> {
  for (let from = 0; from < ATELIERS; from += BATCH) {
    const some = Array.from({ length: BATCH }, (_, at) => oneAtelier(from + at));
    await db.atelier.createMany({ data: some.map(({ atelier }) => atelier) });
    await db.atelierRateCard.createMany({ data: some.map(({ card }) => card) });
    await db.portfolioPicture.createMany({ data: some.flatMap(({ pictures }) => pictures) });
  }
}

/** A pavé ring: it asks for the longest bill of all kinds. */
async function ringFeatures() {
  const kind = getKind("ring");
  const spec = parseSpec(kind, { style: "halo", shoulders: "pave" });
  const { measures } = buildPiece(await loadSolidKernel(), kind, spec, "preview");
  return featuresOfRevision({ kind, spec, measures, words: "" });
}

const postgres = await openEmbeddedPostgres({ folder: null });
await migrateDatabase(postgres.url);
const db = connectDb(postgres.url);
await fill(db);
console.log(`${ATELIERS} ateliers are there`);

const { id: userId } = await db.$transaction((tx) =>
  createAccount(tx, { email: "bench@example.test", role: "user" }),
);
const blob = { signedUrl: async () => "/bench" };
const ctx: Ctx = {
  actor: { type: "user", userId, role: "user" },
  db,
  now: () => new Date(),
  adapters: { blob } as unknown as Adapters,
};
const [cold] = await timesMs(1, () => listCandidates(db));
const memoryMb = Math.round(process.memoryUsage().rss / 2 ** 20);
const words = "a rose gold ring with a 6 mm oval sapphire and pavé shoulders";
const verb = await timesMs(RUNS, () => {
  const { name, country } = pick(PLACES);
  const budget = { amountMinor: 50_000 + Math.floor(next() * 400_000), currency: "EUR" as const };
  return matchAteliers(ctx, { words, location: { place: name, country }, budget });
});

const features = await ringFeatures();
const candidates = await listCandidates(db);
const rank = await timesMs(RUNS, () =>
  rankAteliers({
    features,
    vector: { values: randomVector(), embedder: EMBEDDER },
    weights: DEFAULT_WEIGHTS,
    candidates: candidates.values(),
    most: { matches: 20, excluded: 20 },
    request: {
      ...{ destination: pick(PLACES), budget: null, exchange: STARTING_RATES },
      ...{
        deadline: null,
        quantity: 1,
        now: new Date(),
        country: null,
        maxKm: null,
        withinBudget: false,
      },
    },
  }),
);
const row = (what: string, times: number[], goal: string) => ({
  what: `${what}, p95`,
  runs: times.length,
  median: `${formatMs(p95(times))} (median ${formatMs(median(times))})`,
  goal,
});
const rows = [
  row(`match over ${ATELIERS.toLocaleString("en")} ateliers, by the verb`, verb, "p95 < 200 ms"),
  row("the same, ranking of a measured ring with its picture alone", rank, "p95 < 200 ms"),
  {
    what: `reading ${ATELIERS.toLocaleString("en")} ateliers into memory, once after a start`,
    runs: 1,
    median: `${formatMs(cold!)} (process ${memoryMb} MB)`,
  },
];
for (const { what, median: text } of rows) console.log(`${what}: ${text}`);
writeRows(rows);
await db.$disconnect();
await postgres.close();
process.exit(0);
