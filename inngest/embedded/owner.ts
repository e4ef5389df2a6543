import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Db } from "#lib/db.ts";
import { releaseLeases } from "./queue.ts";

/** A name for this executor's leases that tells its machine and process. */
export const newOwner = (): string => `${hostname()} ${process.pid} ${randomUUID()}`;

/** Frees the leases of executors of this machine whose process is gone, so that their work goes on at once. */
export async function releaseDeadOwners(db: Db): Promise<void> {
  const rows = await db.executorWork.findMany({
    where: { leaseOwner: { startsWith: `${hostname()} ` } },
    distinct: ["leaseOwner"],
    select: { leaseOwner: true },
  });
  for (const { leaseOwner } of rows) {
    if (leaseOwner && isDead(leaseOwner)) await releaseLeases(db, leaseOwner);
  }
}

/** A process id is used again after a restart (in a container always): this very process holds no lease yet. */
function isDead(owner: string): boolean {
  const pid = Number(owner.split(" ")[1]);
  return pid === process.pid || !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
