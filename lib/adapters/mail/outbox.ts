import type { Db } from "../../db.ts";
import type { Mail } from "./port.ts";
import { recordMail } from "./record.ts";

/** Keeps every mail in the database, where the outbox page shows it. */
export function createOutboxMail({ db }: { db: () => Db }): Mail {
  return {
    name: "outbox",
    async send(message) {
      await recordMail(db(), message, new Date());
    },
  };
}
