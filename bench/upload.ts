/**
 * `npm run bench:upload`: what an upload of 25 photos of nearly 10 MB each adds to the app's memory, beside a bare
 * busboy server that only counts the bytes.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { newHome, type RunningApp, removeHome, startApp } from "#tests/setup/app.ts";
import { childrenOf } from "#tests/setup/processes.ts";
import { median, type Row } from "./measure.ts";
import { writeRows } from "./table.ts";

const RUNS = 3;
const PHOTOS = 25;
const LIMIT_BYTES = 10 * 1024 * 1024;
const SAMPLE_EVERY_MS = 20;
const MB = 1024 * 1024;

/** A photo of noise just below the limit. */
async function largePhoto(): Promise<Uint8Array> {
  for (let edge = 5_400; ; edge -= 50) {
    const noise = { type: "gaussian" as const, mean: 128, sigma: 40 };
    const bytes = await sharp({
      create: { width: edge, height: edge, channels: 3, background: "#888", noise },
    })
      .jpeg({ quality: 92 })
      .toBuffer();
    if (bytes.length < LIMIT_BYTES) return new Uint8Array(bytes);
  }
}

const residentBytes = (pid: number) =>
  1024 * Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);

/** By how much a process grew at most while `work` ran, bytes. */
async function growth(pid: number, work: () => Promise<unknown>): Promise<number> {
  const idle = residentBytes(pid);
  let most = idle;
  const sampling = setInterval(() => {
    most = Math.max(most, residentBytes(pid));
  }, SAMPLE_EVERY_MS);
  await work();
  clearInterval(sampling);
  return most - idle;
}

async function send(url: string, photo: Uint8Array, key: string): Promise<void> {
  const form = new FormData();
  const blob = new Blob([photo as BlobPart], { type: "image/jpeg" });
  for (let n = 0; n < PHOTOS; n += 1) form.append("files", blob, `photo-${n}.jpg`);
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(url, { method: "POST", body: form, headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The upload was answered ${answer.status}: ${text}`);
  const { job_id: jobId } = JSON.parse(text) as { job_id?: string };
  if (!jobId) return;
  // The models are not what is measured: the batch is stopped and deleted.
  const batch = new URL(`/api/v1/batches/${jobId}`, url);
  await fetch(batch, { method: "DELETE", headers });
}

/** The process of the app that answers requests. */
function serverPid(app: RunningApp): number {
  const named = childrenOf(app.pid).find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("next-server"),
  );
  if (!named) throw new Error("The app's server process was not found.");
  return named;
}

async function measure(pid: number, url: string, photo: Uint8Array, key: string) {
  await send(url, photo, key);
  const grown: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    grown.push(await growth(pid, () => send(url, photo, key)));
  }
  return median(grown);
}

async function openBare(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(new URL("./upload-bare.ts", import.meta.url));
  const [port] = (await once(child, "message")) as [number];
  return { child, url: `http://127.0.0.1:${port}/` };
}

const photo = await largePhoto();
const home = newHome();
const app = await startApp({ home });
const bare = await openBare();
try {
  const key = app.demo.customer.api_key as string;
  const ours = await measure(serverPid(app), `${app.url}/api/v1/upload`, photo, key);
  const theirs = await measure(bare.child.pid!, bare.url, photo, key);
  const inMb = (bytes: number) => `${(bytes / MB).toFixed(1)} MB`;
  const each = `${(photo.length / MB).toFixed(1)} MB`;
  const rows: Row[] = [
    {
      what: `upload of ${PHOTOS} photos of ${each}: memory over idle, at most`,
      median: `${inMb(ours)} (a bare busboy server ${inMb(theirs)}, ratio ${(ours / theirs).toFixed(2)})`,
      runs: RUNS,
      goal: "< 64 MB",
    },
  ];
  for (const { what, median: value } of rows) console.log(`${what}: ${value}`);
  writeRows(rows);
} finally {
  bare.child.kill();
  await app.stop();
  removeHome(home);
}
process.exit(0);
