import { usesInngestServer } from "../adapters/events/index.ts";
import type { Ctx } from "../context.ts";
import { env } from "../env.ts";
import { check, type HealthCheck } from "./check.ts";
import { probeDisk } from "./disk-space.ts";

export interface Readiness {
  status: "ready" | "not_ready";
  checks: {
    database: HealthCheck;
    queue: HealthCheck;
    inference: HealthCheck;
    blob: HealthCheck;
    vectors: HealthCheck;
    embedder: HealthCheck;
    chatModel: HealthCheck;
    diskSpace: HealthCheck;
  };
}

type Parts = Pick<Ctx, "db" | "adapters">;

/** An outbox event waits seconds at most; one this old says that nobody relays. */
const STUCK_SECONDS = 120;

/** Asks every part of the service whether it works. */
export async function getReadiness({ db, adapters }: Parts): Promise<Readiness> {
  const [database, queue, inference, blob, vectors, embedder, chatModel, diskSpace] =
    await Promise.all([
      check(databaseName(), async () => {
        await db.$queryRaw`SELECT 1`;
        return undefined;
      }),
      check(usesInngestServer() ? "inngest" : "embedded executor", () => probeQueue(db)),
      named(() => inferenceName(adapters)),
      checkBlob(adapters),
      answers(adapters.vectors.name, adapters.vectors),
      answers(embedderName(adapters), adapters.embedders.current),
      named(() => adapters.chatModel.name),
      check("file system", probeDisk),
    ]);
  const checks = { database, queue, inference, blob, vectors, embedder, chatModel, diskSpace };
  const ready = Object.values(checks).every((one) => one.ok);
  return { status: ready ? "ready" : "not_ready", checks };
}

/** The provider where there is one, and the engine beside it. */
function inferenceName({ inference: { provider, engine } }: Parts["adapters"]): string {
  return [provider, `${engine.name} ${engine.version}`].filter(Boolean).join(" + ");
}

/** The embedded database is served on a Unix socket, whose folder stands in the address. */
function databaseName(): string {
  return env().DATABASE_URL?.includes("host=%2F") ? "embedded postgres" : "postgres";
}

async function named(name: () => string): Promise<HealthCheck> {
  let implementation = "none";
  const probed = await check(implementation, async () => {
    implementation = name();
    return undefined;
  });
  return { ...probed, implementation };
}

async function checkBlob(adapters: Parts["adapters"]): Promise<HealthCheck> {
  const key = "health/probe.txt";
  return check(adapters.blob.name, async () => {
    await adapters.blob.put(key, new TextEncoder().encode("ready"), { contentType: "text/plain" });
    await adapters.blob.read(key);
    return undefined;
  });
}

async function probeQueue(db: Parts["db"]): Promise<string | undefined> {
  const oldest = await db.outboxEvent.findFirst({
    where: { sentAt: null },
    select: { createdAt: true },
    orderBy: { createdAt: "asc" },
  });
  const ageSeconds = oldest ? (Date.now() - oldest.createdAt.getTime()) / 1000 : 0;
  if (ageSeconds > STUCK_SECONDS)
    throw new Error(`an event waits since ${Math.round(ageSeconds)} s`);
  return undefined;
}

const embedderName = ({ embedders }: Parts["adapters"]) =>
  `${embedders.current.id.name} ${embedders.current.id.version}`;

const answers = (implementation: string, part: { check(): Promise<void> }) =>
  check(implementation, async () => {
    await part.check();
    return undefined;
  });
