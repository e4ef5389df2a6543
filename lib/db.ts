import { PrismaPg } from "@prisma/adapter-pg";
import type { Transaction } from "@prisma/driver-adapter-utils";
import { PrismaClient } from "#generated/prisma/client.ts";
import { env } from "./env.ts";

export type Db = PrismaClient;
/** What verbs take inside a transaction. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

const kept = globalThis as unknown as { maquetteDb?: PrismaClient };

/**
 * Prisma asks for the relations of a row side by side, inside a transaction too, where there is one connection: its
 * driver warns of that and will refuse it in its next major version. Here they wait for each other.
 */
class OneAtATimePg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => inTurn(await start(level));
    return adapter;
  }
}

function inTurn<Tx extends Transaction>(transaction: Tx): Tx {
  let last: Promise<unknown> = Promise.resolve();
  const queue =
    <Query, Answer>(run: (query: Query) => Promise<Answer>) =>
    (query: Query): Promise<Answer> => {
      const answer = last.then(() => run(query));
      // Whoever asked hears of the failure; the next query is asked all the same.
      last = answer.catch(() => undefined);
      return answer;
    };
  transaction.queryRaw = queue(transaction.queryRaw.bind(transaction));
  transaction.executeRaw = queue(transaction.executeRaw.bind(transaction));
  return transaction;
}

/** Connects to a Postgres; the embedded one serves all connections from one backend, so the pool is small. */
export function connectDb(connectionString: string, max = 8): PrismaClient {
  return new PrismaClient({
    adapter: new OneAtATimePg({ connectionString, max }),
    omit: { user: { passwordHash: true } },
  });
}

/** The process's database client. Throws when DATABASE_URL is not set: `npm run up` sets it. */
export function db(): PrismaClient {
  if (!kept.maquetteDb) {
    const url = env().DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set. Start Maquette with `npm run up`.");
    kept.maquetteDb = connectDb(url);
  }
  return kept.maquetteDb;
}
