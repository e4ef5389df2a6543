import { createServer, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { Turns } from "./turns.ts";

export interface SocketServer {
  /** Closes all connections and stops listening. */
  close(): Promise<void>;
}

const STARTUP = 196_608;
const CANCEL = 80_877_102;
const ENCRYPTION = [80_877_103, 80_877_104];
/** Sync, Query, Flush, PasswordMessage, CopyDone, CopyFail: after these the client waits for an answer. */
const ENDS_BATCH = new Set([..."SQHpcf"].map((letter) => letter.charCodeAt(0)));
/** After Flush more of the same comes. */
const KEEPS_TURN = "H".charCodeAt(0);
const TERMINATE = "X".charCodeAt(0);

/** Serves one in-process Postgres to many clients on a Unix socket. */
export async function listenOnSocket(
  database: PGlite,
  path: string,
  maxConnections: number,
): Promise<SocketServer> {
  const turns = new Turns(database);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    connect(socket, turns);
  });
  server.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Cuts a client's bytes into messages and hands them on in batches. */
function connect(socket: Socket, turns: Turns): void {
  let received = Buffer.alloc(0);
  let batch: Buffer[] = [];
  let started = false;
  const hand = (endsTurn: boolean) => {
    const bytes = new Uint8Array(Buffer.concat(batch));
    batch = [];
    const answer = (data: Buffer) => void socket.write(data);
    turns.add({ client: socket, bytes, endsTurn, answer, fail: () => void socket.destroy() });
  };
  const take = (length: number): Buffer => {
    const message = received.subarray(0, length);
    received = received.subarray(length);
    return message;
  };
  const begin = (): boolean => {
    const length = received.length < 8 ? Number.POSITIVE_INFINITY : received.readInt32BE(0);
    if (received.length < length) return false;
    const code = received.readInt32BE(4);
    const message = take(length);
    if (ENCRYPTION.includes(code)) socket.write("N");
    else if (code === CANCEL) socket.end();
    else if (code === STARTUP) {
      started = true;
      batch.push(message);
      hand(true);
    } else socket.destroy();
    return true;
  };
  const goOn = (): boolean => {
    const length = received.length < 5 ? Number.POSITIVE_INFINITY : 1 + received.readInt32BE(1);
    if (received.length < length) return false;
    const type = received[0] ?? 0;
    if (type === TERMINATE) socket.end();
    batch.push(take(length));
    if (type === TERMINATE) batch = [];
    else if (ENDS_BATCH.has(type)) hand(type !== KEEPS_TURN);
    return true;
  };
  socket.setNoDelay(true);
  socket.on("data", (data) => {
    received = Buffer.concat([received, data]);
    while (started ? goOn() : begin());
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => void turns.leave(socket));
}
