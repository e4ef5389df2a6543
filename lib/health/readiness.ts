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
    faceModel: HealthCheck;
    mail: HealthCheck;
    payments: HealthCheck;
    diskSpace: HealthCheck;
  };
}

type Parts = Pick<Ctx, "db" | "adapters">;

/** An outbox event waits seconds at most; one this old says that nobody relays. */
const STUCK_SECONDS = 120;

/** Parts that nothing waits for: figurines are made by the marks of a hand while the face model is away. */
const SPARED: readonly (keyof Readiness["checks"])[] = ["faceModel"];

/** Asks every part of the service whether it works. */
export async function getReadiness(parts: Parts): Promise<Readiness> {
  const names = Object.keys(PROBES) as (keyof Readiness["checks"])[];
  const found = await Promise.all(names.map((name) => PROBES[name](parts)));
  const checks = Object.fromEntries(names.map((name, at) => [name, found[at]]));
  const isReady = names.every((name, at) => found[at]!.ok || SPARED.includes(name));
  return { status: isReady ? "ready" : "not_ready", checks: checks as Readiness["checks"] };
}

const PROBES: Record<keyof Readiness["checks"], (parts: Parts) => Promise<HealthCheck>> = {
  database: ({ db }) =>
    check(databaseName(), async () => {
      await db.$queryRaw`SELECT 1`;
      return undefined;
    }),
  queue: ({ db }) =>
    check(usesInngestServer() ? "inngest" : "embedded executor", () => probeQueue(db)),
  inference: ({ adapters }) => named(() => inferenceName(adapters)),
  blob: ({ adapters }) => checkBlob(adapters),
  vectors: ({ adapters }) => answers(adapters.vectors.name, adapters.vectors),
  embedder: ({ adapters }) => answers(embedderName(adapters), adapters.embedders.current),
  chatModel: ({ adapters }) => named(() => adapters.chatModel.name),
  faceModel: ({ adapters }) =>
    named(
      () => adapters.faces.model ?? "none",
      () => adapters.faces.check(),
    ),
  mail: ({ adapters }) => named(() => adapters.mail.name),
  payments: ({ adapters }) => named(() => adapters.payments.name),
  diskSpace: () => check("file system", probeDisk),
};

/** The provider where there is one, and the engine beside it. */
function inferenceName({ inference: { provider, engine } }: Parts["adapters"]): string {
  return [provider, `${engine.name} ${engine.version}`].filter(Boolean).join(" + ");
}

/** The embedded database is served on a Unix socket, whose folder stands in the address. */
function databaseName(): string {
  return env().DATABASE_URL?.includes("host=%2F") ? "embedded postgres" : "postgres";
}

/** A part whose making may throw already: an address of it that is none. */
async function named(name: () => string, reach?: () => Promise<void>): Promise<HealthCheck> {
  let implementation = "none";
  const probed = await check(implementation, async () => {
    implementation = name();
    await reach?.();
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
