import type { PGlite } from "@electric-sql/pglite";

/** First bytes of the messages that belong to an exchange which only a Sync ends. */
const EXTENDED = new Set([..."PBDECH"].map((letter) => letter.charCodeAt(0)));

/**
 * The database as the socket server sees it: within a transaction also while a client is between the first
 * message of an extended query and its Sync. The server then serves nobody else, so that one client's Bind never
 * meets another's Parse: all of them share one backend, and an exchange may arrive in several pieces.
 */
export function withWholeExchanges(db: PGlite): PGlite {
  let open = false;
  const note = (message: Uint8Array) => {
    open = EXTENDED.has(message[0] ?? 0);
  };
  const overrides: Partial<PGlite> = {
    isInTransaction: () => open || db.isInTransaction(),
    execProtocolRawStream: (message, options) => {
      note(message);
      return db.execProtocolRawStream(message, options);
    },
    // The server rolls back for a client that left; what that client began is over too.
    exec: (query, options) => {
      open = false;
      return db.exec(query, options);
    },
  };
  return new Proxy(db, {
    get(target, name) {
      const own = overrides[name as keyof typeof overrides];
      if (own) return own;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
