import type { Db } from "#lib/db.ts";
import { nextTick, parseCron } from "./cron.ts";
import type { Executor } from "./executor-state.ts";
import type { Registry } from "./registry.ts";
import { startRun } from "./start-run.ts";

interface Scheduled {
  functionId: string;
  expression: string;
}

function scheduledOf(registry: Registry): Scheduled[] {
  return [...registry.values()].flatMap(({ id, triggers }) =>
    triggers.flatMap((trigger) =>
      "cron" in trigger ? [{ functionId: id, expression: trigger.cron }] : [],
    ),
  );
}

/** Writes down when each scheduled function runs next; one that is scheduled no more is forgotten. */
export async function setClock(db: Db, registry: Registry, now: Date): Promise<void> {
  const scheduled = scheduledOf(registry);
  await db.executorCron.deleteMany({
    where: scheduled.length > 0 ? { NOT: { OR: scheduled } } : {},
  });
  await db.executorCron.createMany({
    data: scheduled.map((one) => ({ ...one, nextAt: nextTick(parseCron(one.expression), now) })),
    skipDuplicates: true,
  });
}

/** Starts what is due by the clock; a tick missed while nothing ran is made up for once. */
export async function runClock({ db, registry }: Executor, now: Date): Promise<number> {
  const due = await db.executorCron.findMany({ where: { nextAt: { lte: now } } });
  for (const { functionId, expression, nextAt } of due) {
    const config = registry.get(functionId);
    if (!config) continue;
    const id = `cron:${expression}:${nextAt.toISOString()}`;
    const data = { cron: expression };
    const event = { id, name: "inngest/scheduled.timer", data, ts: nextAt.getTime() };
    await startRun(db, config, { dedupeKey: id, event });
    await db.executorCron.updateMany({
      where: { functionId, expression, nextAt },
      data: { nextAt: nextTick(parseCron(expression), now) },
    });
  }
  return due.length;
}
