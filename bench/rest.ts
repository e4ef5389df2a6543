import { setTimeout as delay } from "node:timers/promises";
import type { RunningApp } from "#tests/setup/app.ts";
import { type Rest, restClient } from "../scripts/make/rest.mjs";
import { type Row, timeRow } from "./measure.ts";

const TURNS = 5;
const EDITS = 9;
/** The API answers 20 requests a second: a wait for a picture asks often, one between runs seldom. */
const ASK_EVERY_MS = 60;
const LOOK_EVERY_MS = 250;
const WITHIN_MS = 600_000;
const WORDS = "a rose gold ring, US 7, with a 7 x 5 mm oval sapphire and pavé shoulders";

/** What a client of the API waits for: a first picture of its words, and a new mesh after an edit. */
export async function benchRest(app: RunningApp): Promise<Row[]> {
  const rest = restClient(app.url, app.demo.customer.api_key as string);
  const turns: number[] = [];
  let designId = "";
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const startedMs = performance.now();
    designId = await firstPicture(rest);
    // The first turn starts the workshop's process: it is a warm-up.
    if (turn > 0) turns.push(performance.now() - startedMs);
    await quiet(rest, designId);
  }
  const edits: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const startedMs = performance.now();
    const spec = { band_width_mm: 2 + edit / 20 };
    await rest.patch(`/api/v1/designs/${designId}`, { spec });
    edits.push(performance.now() - startedMs);
    await quiet(rest, designId);
  }
  return [
    timeRow("message → first picture (REST)", turns, "< 5 s"),
    timeRow("spec edit → new watertight mesh (REST)", edits, "< 300 ms"),
  ];
}

async function firstPicture(rest: Rest): Promise<string> {
  const { id } = await rest.post("/api/v1/conversations", {});
  const turn = await rest.post("/api/v1/chat", { conversation_id: id, message: WORDS });
  const designId = turn.designs.at(-1).id as string;
  await until(
    async () => (await readDesign(rest, designId)).revision.pictures.length > 0,
    ASK_EVERY_MS,
  );
  return designId;
}

/** Waits until all pictures and files are there, so that one run does not slow the next. */
async function quiet(rest: Rest, designId: string): Promise<void> {
  await until(async () => {
    const { pictures, files } = (await readDesign(rest, designId)).revision;
    return (
      files.length > 0 && pictures.length > 0 && pictures.every((one) => one.quality === "final")
    );
  }, LOOK_EVERY_MS);
}

interface ShownDesign {
  revision: { pictures: { quality: string }[]; files: unknown[] };
}

const readDesign = (rest: Rest, id: string) => rest.get<ShownDesign>(`/api/v1/designs/${id}`);

async function until(holds: () => Promise<boolean>, everyMs: number): Promise<void> {
  const untilMs = performance.now() + WITHIN_MS;
  while (performance.now() < untilMs) {
    if (await holds()) return;
    await delay(everyMs);
  }
  throw new Error(`Waited ${WITHIN_MS / 1000} s in vain.`);
}
