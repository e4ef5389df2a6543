import type { Adapters } from "./adapters/adapters.ts";
import type { Db } from "./db.ts";

/** Who acts. Verbs build their queries from it: a foreign row is simply not found. */
export type Actor =
  | { type: "user"; userId: string; role: "user" | "atelier" | "admin" }
  | { type: "api-key"; userId: string; keyId: string; workspaceId: string; scopes: string[] }
  | { type: "guest" }
  /** A durable function working for the person who asked for the job. */
  | { type: "job"; jobId: string; userId: string; workspaceId: string };

/** What every verb gets as its first argument. */
export interface Ctx {
  actor: Actor;
  db: Db;
  now: () => Date;
  adapters: Adapters;
  requestId?: string;
}
