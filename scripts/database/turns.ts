import type { PGlite } from "@electric-sql/pglite";

/** Messages of one client that belong together: they end with a Sync, or are one simple query. */
export interface Batch {
  client: object;
  bytes: Uint8Array;
  /** The client may give its turn away after it, when no transaction is open. */
  endsTurn: boolean;
  answer(bytes: Buffer): void;
  /** The database did not take it; the client is told by the end of its connection. */
  fail(): void;
}

const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4);
const ignore = (): void => {};
/** A ReadyForQuery message: `Z`, its length, and whether a transaction is open. */
const READY_BYTES = 6;
const READY = 0x5a;
const IDLE = 0x49;

/**
 * Lets the clients of a database with one backend take turns: one's messages are never mixed with another's (they
 * share the unnamed statement and portal), and an open transaction keeps the turn.
 */
export class Turns {
  readonly #database: PGlite;
  #waiting: Batch[] = [];
  #holder: object | null = null;
  #inTransaction = false;
  #running = false;

  constructor(database: PGlite) {
    this.#database = database;
  }

  add(batch: Batch): void {
    this.#waiting.push(batch);
    void this.#run();
  }

  /** Forgets what a client that is gone had asked, and undoes what it left open. */
  async leave(client: object): Promise<void> {
    this.#waiting = this.#waiting.filter((batch) => batch.client !== client);
    if (this.#holder !== client) return;
    this.#waiting.unshift(
      { client, bytes: SYNC, endsTurn: true, answer: ignore, fail: ignore },
      { client, bytes: simpleQuery("ROLLBACK"), endsTurn: true, answer: ignore, fail: ignore },
    );
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let batch = this.#next(); batch; batch = this.#next()) await this.#perform(batch);
    } finally {
      this.#running = false;
    }
  }

  #next(): Batch | undefined {
    const holder = this.#holder;
    const at = holder ? this.#waiting.findIndex((batch) => batch.client === holder) : 0;
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }

  async #perform(batch: Batch): Promise<void> {
    let last: Buffer | undefined;
    this.#holder = batch.client;
    const execution = this.#database.runExclusive(() =>
      this.#database.execProtocolRawStream(batch.bytes, {
        onRawData(data) {
          // The database uses the memory again: what is sent is a copy.
          last = Buffer.from(data);
          batch.answer(last);
        },
      }),
    );
    await execution.catch(batch.fail);
    this.#inTransaction = isTransactionOpen(last) ?? this.#inTransaction;
    if (batch.endsTurn && !this.#inTransaction) this.#holder = null;
  }
}

/** What the end of an answer says of the transaction; undefined when it does not say. */
function isTransactionOpen(answer: Buffer | undefined): boolean | undefined {
  if (!answer || answer.length < READY_BYTES) return undefined;
  const ready = answer.subarray(answer.length - READY_BYTES);
  return ready[0] === READY && ready.readInt32BE(1) === 5 ? ready[5] !== IDLE : undefined;
}

function simpleQuery(sql: string): Uint8Array {
  const message = Buffer.alloc(sql.length + 6);
  message.write("Q", 0);
  message.writeInt32BE(sql.length + 5, 1);
  message.write(sql, 5);
  return new Uint8Array(message);
}
