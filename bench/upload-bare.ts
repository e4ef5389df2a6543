/** The server `bench/upload.ts` compares with: busboy reads the form, and every file is let go. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Busboy, type BusboyHeaders } from "@fastify/busboy";

const server = createServer((request, response) => {
  const form = new Busboy({ headers: request.headers as BusboyHeaders });
  form.on("file", (_name, stream) => stream.resume());
  form.on("finish", () => response.end("{}"));
  request.pipe(form);
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
