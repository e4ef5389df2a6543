import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { DOUBLE_FAL_KEY, openFalDouble } from "#tests/doubles/fal/server.ts";
import { newHome, type RunningApp, removeHome, startApp } from "#tests/setup/app.ts";

const PHOTOS = 4;
/** Long enough that the provider still works when the process is gone. */
const WORK_MS = 8_000;

const home = newHome();
const double = await openFalDouble({ workMs: WORK_MS });
const env = { FAL_KEY: DOUBLE_FAL_KEY, FAL_BASE_URL: double.url };
let app: RunningApp | undefined;
afterAll(async () => {
  await app?.stop();
  await double.close();
  removeHome(home);
});

async function photo(n: number): Promise<Uint8Array> {
  const create = { width: 240, height: 200 + n, channels: 3 as const, background: "#c63" };
  return new Uint8Array(await sharp({ create }).jpeg().toBuffer());
}

const authorised = ({ demo }: RunningApp) => ({
  authorization: `Bearer ${demo.customer.api_key as string}`,
});

async function sendPhotos({ url, ...rest }: RunningApp): Promise<string> {
  const form = new FormData();
  for (let n = 0; n < PHOTOS; n++) {
    form.append("files[]", new Blob([(await photo(n)) as BlobPart]), `thing ${n}.jpg`);
  }
  const headers = authorised({ url, ...rest });
  const answer = await fetch(`${url}/api/v1/upload`, { method: "POST", headers, body: form });
  return ((await answer.json()) as { job_id: string }).job_id;
}

/** Shapes whose order's id the app has stored: it asks about no other. Photos were looked at before, by another model. */
const followed = () =>
  [...double.state.jobs.values()].filter(({ isKnown, endpoint }) => isKnown && is3d(endpoint))
    .length;

const is3d = (endpoint: string): boolean => endpoint.includes("-to-3d");

/** Reads the job until it has ended. */
async function ended(running: RunningApp, jobId: string) {
  const path = `${running.url}/api/v1/status/jobs/${jobId}/stream`;
  const stream = await fetch(path, { headers: authorised(running) });
  let text = "";
  for await (const piece of stream.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (text.includes("event: job_completed")) break;
  }
  return text;
}

test("a kill while the provider works costs nothing twice", async () => {
  app = await startApp({ home, env });
  const jobId = await sendPhotos(app);
  await expect.poll(followed, { timeout: 60_000, interval: 20 }).toBe(PHOTOS);
  await app.kill();
  expect(double.state.submits).toBe(PHOTOS);
  app = await startApp({ home, env });
  const events = await ended(app, jobId);
  expect(events).toContain(`"successful":${PHOTOS}`);
  expect(double.state.submits).toBe(PHOTOS);
});

test("the key is in no file the app wrote, its logs included, and in no page", async () => {
  for (const page of ["/", "/api/v1/health/ready", "/api/metrics", "/batches"]) {
    const answer = await fetch(app!.url + page, { headers: authorised(app!) });
    expect(await answer.text()).not.toContain(DOUBLE_FAL_KEY);
  }
  expect(app!.output()).not.toContain(DOUBLE_FAL_KEY);
  // Files of a running app come and go.
  await app!.stop();
  const written = readdirSync(home, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(home, name))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(DOUBLE_FAL_KEY));
  expect(written).toEqual([]);
});
