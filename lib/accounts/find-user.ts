import type { Db } from "../db.ts";

/** The person with this id, as sessions need it, or null. */
export async function findUser(db: Db, id: string) {
  return db.user.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, role: true, sessionEpoch: true },
  });
}
