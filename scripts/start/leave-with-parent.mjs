/**
 * Loaded before a child's own program (`node --import`): ends it when the parent is gone, however
 * it went, and in good order when the parent asks by the message "stop".
 */
import { subscribe } from "node:diagnostics_channel";
import process from "node:process";
import { isMainThread } from "node:worker_threads";

/** How long answers under way may take before their connections are cut (event streams never end by themselves). */
const FINISH_ANSWERS_MS = 1_500;

/** @type {Set<import("node:http").Server>} */
const servers = new Set();

function endAnswers() {
  setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, FINISH_ANSWERS_MS);
}

if (isMainThread && process.channel) {
  subscribe("http.server.request.start", (message) => {
    servers.add(/** @type {{ server: import("node:http").Server }} */ (message).server);
  });
  process.on("disconnect", () => process.exit(1));
  process.on("message", (message) => {
    if (message === "stop") process.kill(process.pid, "SIGTERM");
  });
  process.on("SIGTERM", endAnswers);
  process.on("SIGINT", endAnswers);
  process.channel.unref();
}
