import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Db } from "#lib/db.ts";
import { releaseLeases } from "./queue.ts";

/** Owners that live in this process. */
const living = new Set<string>();

/** A name for this executor's leases that tells its machine and process; `retireOwner` gives it up. */
export function newOwner(): string {
  const owner = `${hostname()} ${process.pid} ${randomUUID()}`;
  living.add(owner);
  return owner;
}

export const retireOwner = (owner: string): boolean => living.delete(owner);

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

/** A process id may be this one's again after a restart (in a container it always is). */
function isDead(owner: string): boolean {
  if (living.has(owner)) return false;
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
