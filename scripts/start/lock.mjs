import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import process from "node:process";
import { processStart } from "./process-identity.mjs";

/** Taking over a dead owner's lock lasts milliseconds; a take-over file this old is left over. */
const STALE_TAKEOVER_MS = 10_000;

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string | null} start When that process started: guards against a reused pid.
 * @property {string} [url] Where the app answers.
 * @property {boolean} [ready]
 */

/**
 * @typedef {object} Lock
 * @property {(facts: { url?: string, ready?: boolean }) => void} update
 * @property {() => void} release
 */

/**
 * Takes the lock file for this process, taking over one whose owner is dead.
 * @param {string} file
 * @returns {{ lock: Lock } | { holder: Holder }} `holder` is the living owner.
 */
export function takeLock(file) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  /** @type {Holder} */
  const own = { pid: process.pid, start: processStart(process.pid) };
  if (create(file, own)) return { lock: heldLock(file, own) };
  const holder = findHolder(file);
  if (holder) return { holder };
  return takeOver(file, own) ? { lock: heldLock(file, own) } : takeLock(file);
}

/**
 * The living owner of a lock file; null when there is none.
 * @param {string} file
 * @returns {Holder | null}
 */
export function findHolder(file) {
  /** @type {Holder} */
  let holder;
  try {
    holder = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
  const start = processStart(holder.pid);
  return start !== null && start === holder.start ? holder : null;
}

/**
 * Appears complete or not at all: a reader never sees half a lock.
 * @param {string} file
 * @param {Holder} own
 */
function create(file, own) {
  const unlinked = `${file}.${process.pid}`;
  writeFileSync(unlinked, JSON.stringify(own), { mode: 0o600 });
  try {
    linkSync(unlinked, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(unlinked);
  }
}

/**
 * Only one process at a time may remove a dead owner's file, and looks again before it does.
 * @param {string} file
 * @param {Holder} own
 */
function takeOver(file, own) {
  const takeover = `${file}.takeover`;
  if (ageMs(takeover) > STALE_TAKEOVER_MS) rmSync(takeover, { force: true });
  if (!create(takeover, own)) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return false;
  }
  try {
    if (findHolder(file)) return false;
    rmSync(file, { force: true });
    return create(file, own);
  } finally {
    rmSync(takeover, { force: true });
  }
}

/** @param {string} file */
function ageMs(file) {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/**
 * @param {string} file
 * @param {Holder} own
 * @returns {Lock}
 */
function heldLock(file, own) {
  let facts = own;
  return {
    update(more) {
      facts = { ...facts, ...more };
      writeFileSync(`${file}.next`, JSON.stringify(facts), { mode: 0o600 });
      renameSync(`${file}.next`, file);
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}
