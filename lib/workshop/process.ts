/** The workshop: one low-priority process that builds meshes and draws pictures, so that pages stay quick. */
import os from "node:os";
import type { WorkshopAnswer, WorkshopCall } from "./protocol.ts";
import { WorkBoard } from "./work-board.ts";

/** Nice value: below everything a person waits for on a page. */
const LOW_PRIORITY = 10;

os.setPriority(LOW_PRIORITY);
const board = new WorkBoard((answer: WorkshopAnswer) => {
  if (process.connected) process.send!(answer);
});
process.on("message", (call: WorkshopCall) => board.take(call));
// Its parent is gone, even by kill -9: nobody waits for the work.
process.on("disconnect", () => process.exit(0));
// A Ctrl-C reaches the whole group; the parent decides when work ends.
process.on("SIGINT", () => {});
