import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { newHome, type RunningApp, removeHome, startApp } from "#tests/setup/app.ts";

const PHOTOS = 25;
/** Events after which the connection is cut, and after which the process is. */
const CUT_AFTER = 12;
const KILL_AFTER = 30;

const home = newHome();
let app: RunningApp | undefined;
afterAll(async () => {
  await app?.stop();
  removeHome(home);
});

interface Seen {
  id: number;
  event: string;
  data: { name?: string; successful?: number; failed?: number };
}

/** A thing on a plain ground, another one for each number. */
async function photo(n: number): Promise<Uint8Array> {
  const [w, h] = [120 + (n % 5) * 30, 160 + (n % 3) * 40];
  const shape =
    n % 2
      ? `<ellipse cx="240" cy="240" rx="${w / 2}" ry="${h / 2}"/>`
      : `<rect x="${240 - w / 2}" y="${240 - h / 2}" width="${w}" height="${h}" rx="24"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480">
    <rect width="480" height="480" fill="#ece8e1"/>
    <g fill="hsl(${n * 14} 60% 40%)">${shape}</g></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer());
}

const authorised = (running: RunningApp) => ({
  authorization: `Bearer ${running.demo.customer.api_key}`,
});

async function sendPhotos(running: RunningApp) {
  const form = new FormData();
  for (let n = 0; n < PHOTOS; n += 1) {
    form.append("files", new Blob([(await photo(n)) as BlobPart]), `thing ${n}.jpg`);
  }
  form.append("face_limit", "2000");
  const answer = await fetch(`${running.url}/api/v1/upload`, {
    method: "POST",
    headers: authorised(running),
    body: form,
  });
  expect(answer.status).toBe(202);
  return (await answer.json()) as { job_id: string };
}

/** Reads events after the last one seen until `enough` says so or the stream ends. */
async function read(running: RunningApp, path: string, seen: Seen[], enough: () => boolean) {
  const leave = new AbortController();
  const answer = await fetch(new URL(path, running.url), {
    headers: { ...authorised(running), "last-event-id": String(seen.at(-1)?.id ?? 0) },
    signal: leave.signal,
  });
  let rest = "";
  const decoder = new TextDecoder();
  for await (const piece of answer.body ?? []) {
    const blocks = (rest + decoder.decode(piece as Uint8Array, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
      const [id, data] = [field("id"), field("data")];
      if (id && data)
        seen.push({ id: Number(id), event: field("event") ?? "", data: JSON.parse(data) });
    }
    if (enough()) break;
  }
  leave.abort();
}

test(`a batch of ${PHOTOS} photos gives every result once, though the stream and the process are cut`, async () => {
  app = await startApp({ home });
  const { job_id: jobId } = await sendPhotos(app);
  // The address of an answer names the port of the process that gave it.
  const stream = `/api/v1/status/jobs/${jobId}/stream`;
  const seen: Seen[] = [];
  await read(app, stream, seen, () => seen.length >= CUT_AFTER);
  await read(app, stream, seen, () => seen.length >= KILL_AFTER);
  await app.kill();
  app = await startApp({ home });
  await read(app, stream, seen, () => seen.at(-1)?.event === "job_completed");

  expect(seen.map(({ id }) => id)).toEqual(seen.map((_, index) => index + 1));
  const completed = seen
    .filter(({ event }) => event === "task_completed")
    .map(({ data }) => data.name);
  const names = Array.from({ length: PHOTOS }, (_, n) => `thing ${n}`);
  expect([...completed].sort()).toEqual([...names].sort());
  expect(seen.at(-1)).toMatchObject({
    event: "job_completed",
    data: { successful: PHOTOS, failed: 0 },
  });
  const all = await fetch(`${app.url}/api/v1/download/${jobId}/all`, { headers: authorised(app) });
  const { files } = (await all.json()) as { files: { filename: string }[] };
  const glbs = files.map(({ filename }) => filename).filter((name) => name.endsWith(".glb"));
  expect(glbs.sort()).toEqual(names.map((name) => `${name}.glb`).sort());
});
