import { createHash } from "node:crypto";
import { Prisma, type ProviderCall } from "#generated/prisma/client.ts";
import type { Db } from "../../../db.ts";
import type { AppError } from "../../../shared/errors.ts";
import type { WorkOwner } from "../port.ts";

export const PROVIDER = "fal";

/** Orders looked at in one sweep. */
const MOST_AT_ONCE = 200;

/** What is ordered, before anything is sent. */
export interface NewCall {
  owner: WorkOwner;
  capability: string;
  model: string;
  /** All that the result depends on, as plain data: the same for the same design is one order. */
  content: unknown;
  costMicroUsd: number;
}

/** The orders at fal, as rows: a request id is here before anybody waits for it. */
export class Calls {
  readonly #db: () => Db;

  constructor(db: () => Db) {
    this.#db = db;
  }

  /** The order as it stands: open or done before, or a new one. */
  async open(call: NewCall): Promise<ProviderCall> {
    const openKey = keyOf(call);
    const { owner, capability, model, costMicroUsd } = call;
    const columns = { ...owner, capability, model, costMicroUsd, provider: PROVIDER };
    return this.#rows.upsert({
      where: { openKey },
      // Nothing new; Prisma then makes one statement of it.
      update: { openKey },
      create: { ...columns, openKey },
    });
  }

  read(id: string): Promise<ProviderCall> {
    return this.#rows.findUniqueOrThrow({ where: { id } });
  }

  findByRequest(requestId: string): Promise<ProviderCall | null> {
    return this.#rows.findUnique({ where: { requestId } });
  }

  /** An order that is done, or null. */
  findDone(call: NewCall): Promise<ProviderCall | null> {
    const openKey = keyOf(call);
    return this.#rows.findFirst({ where: { openKey, status: "succeeded" } });
  }

  /** False where somebody else sends it, or has. */
  async startSending(id: string, now: Date): Promise<boolean> {
    const { count } = await this.#rows.updateMany({
      where: { id, status: "preparing" },
      data: { status: "sending", sentAt: now },
    });
    return count === 1;
  }

  /** It was not taken and may be sent again. */
  async backToPreparing(id: string): Promise<void> {
    await this.#rows.updateMany({
      where: { id, status: "sending" },
      data: { status: "preparing", sentAt: null },
    });
  }

  async accepted(id: string, requestId: string): Promise<ProviderCall> {
    const [accepted] = await this.#rows.updateManyAndReturn({
      where: { id, status: "sending" },
      data: { status: "waiting", requestId },
    });
    return accepted ?? this.read(id);
  }

  async succeed(id: string, output: unknown): Promise<ProviderCall> {
    const [done] = await this.#rows.updateManyAndReturn({
      where: { id, status: { in: ["sending", "waiting"] } },
      data: {
        status: "succeeded",
        output: output as Prisma.InputJsonValue,
        finishedAt: new Date(),
      },
    });
    return done ?? this.read(id);
  }

  /** Ends it without a result; the same may then be ordered anew. `isFree`: the provider does not charge for it. */
  async fail(id: string, error: AppError, isFree: boolean): Promise<void> {
    const { code, userMessage: message, details } = error;
    await this.#end(id, "failed", isFree, { code, message, details } as Prisma.InputJsonObject);
  }

  async cancel(id: string, isFree: boolean): Promise<void> {
    await this.#end(id, "cancelled", isFree, Prisma.DbNull);
  }

  /** False where the order was let go of meanwhile: nobody would find the copy. */
  async setResult(id: string, resultKey: string): Promise<boolean> {
    const { count } = await this.#rows.updateMany({
      where: { id, openKey: { not: null } },
      data: { resultKey },
    });
    return count === 1;
  }

  /** Orders under way whose job is cancelled or deleted. */
  async listAbandoned(): Promise<ProviderCall[]> {
    const waiting = await this.#rows.findMany({
      where: { provider: PROVIDER, status: "waiting", jobId: { not: null } },
      orderBy: { createdAt: "asc" },
      take: MOST_AT_ONCE,
    });
    const ids = [...new Set(waiting.flatMap(({ jobId }) => jobId ?? []))];
    const wanted = await this.#db().job.findMany({
      where: { id: { in: ids }, status: { not: "cancelled" } },
      select: { id: true },
    });
    const isWanted = new Set(wanted.map(({ id }) => id));
    return waiting.filter(({ jobId }) => !isWanted.has(jobId!));
  }

  /** Lets go of a design's results; answers where their copies lie. */
  async forget(designId: string): Promise<string[]> {
    const where = { designId, provider: PROVIDER };
    const rows = await this.#rows.findMany({ where, select: { resultKey: true } });
    await this.#rows.updateMany({
      where,
      data: { openKey: null, resultKey: null, output: Prisma.DbNull },
    });
    return rows.flatMap(({ resultKey }) => resultKey ?? []);
  }

  async #end(
    id: string,
    status: "failed" | "cancelled",
    isFree: boolean,
    error: Prisma.InputJsonObject | typeof Prisma.DbNull,
  ): Promise<void> {
    await this.#rows.updateMany({
      where: { id, status: { notIn: ["failed", "cancelled"] } },
      data: {
        ...{ status, openKey: null, error, finishedAt: new Date() },
        ...(isFree && { costMicroUsd: 0 }),
      },
    });
  }

  get #rows() {
    return this.#db().providerCall;
  }
}

function keyOf({ owner: { workspaceId, designId }, capability, model, content }: NewCall): string {
  const parts = [workspaceId, designId, capability, model, content];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
