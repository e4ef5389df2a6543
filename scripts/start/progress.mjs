import process from "node:process";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 80;

/** @param {number} sinceMs */
function secondsSince(sinceMs) {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/**
 * Runs one step and prints it with its time: a spinner on a terminal, plain lines elsewhere.
 * The work may return a word on what it did, for example "unchanged".
 * @template T
 * @param {string} title
 * @param {(tell: (detail: string) => void) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedMs = Date.now();
  let detail = "";
  const stopSpinner = process.stdout.isTTY ? spin(title, startedMs, () => detail) : () => {};
  const tell = (/** @type {string} */ text) => {
    detail = text;
  };
  try {
    const result = await work(tell);
    stopSpinner();
    say(`✓ ${title}${detail && ` (${detail})`}  ${secondsSince(startedMs)}`);
    return result;
  } catch (error) {
    stopSpinner();
    say(`✗ ${title}  ${secondsSince(startedMs)}`);
    throw error;
  }
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * @param {string} title
 * @param {number} startedMs
 * @param {() => string} detail
 */
function spin(title, startedMs, detail) {
  let frame = 0;
  const clear = () => process.stdout.write("\r\u001b[K");
  const timer = setInterval(() => {
    frame = (frame + 1) % FRAMES.length;
    clear();
    const more = detail() && ` (${detail()})`;
    process.stdout.write(`${FRAMES[frame]} ${title}${more}  ${secondsSince(startedMs)}`);
  }, FRAME_MS);
  return () => {
    clearInterval(timer);
    clear();
  };
}
