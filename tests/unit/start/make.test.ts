import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { makeDesign, NoDesign } from "../../../scripts/make/ask.mjs";
import { Refused, restClient } from "../../../scripts/make/rest.mjs";
import { summaryText } from "../../../scripts/make/summary.mjs";
import { readCounts, sumCounts } from "../../../scripts/test/counts.mjs";

let server: Server | undefined;
afterEach(() => server?.close());

type Answers = Record<string, { status?: number; body: unknown }>;

/** An instance that answers by method and path. */
async function serve(answers: Answers) {
  const opened = createServer((request, response) => {
    const { status = 200, body } = answers[`${request.method} ${request.url}`] ?? {
      status: 404,
      body: {},
    };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, "127.0.0.1", resolve));
  return restClient(`http://127.0.0.1:${(opened.address() as { port: number }).port}`, "mq_test");
}

const conversation = { "POST /api/v1/conversations": { body: { id: "c1" } } };

test("words that are no design end with the designer's question", async () => {
  const rest = await serve({
    ...conversation,
    "POST /api/v1/chat": {
      body: { assistant_message: { content: "What shall I make?" }, designs: [] },
    },
  });
  const making = makeDesign(rest, "hello", () => {});
  await expect(making).rejects.toThrow(new NoDesign("What shall I make?"));
});

test("a refusal carries the service's words and code", async () => {
  const error = { code: "rate_limited", message: "Wait a minute.", details: { seconds: 60 } };
  const rest = await serve({ "POST /api/v1/conversations": { status: 429, body: { error } } });
  const asked = rest.post("/api/v1/conversations", {});
  await expect(asked).rejects.toBeInstanceOf(Refused);
  await expect(asked).rejects.toMatchObject({
    status: 429,
    code: "rate_limited",
    message: "Wait a minute.",
  });
});

const turn = {
  assistant_message: {
    content: "Here it is.",
    metadata: { tool_calls: [{ output: { pictures_job_id: "j1", model_job_id: "j2" } }] },
  },
  designs: [{ id: "d1" }],
};

test("the finished design is read after its jobs have ended", async () => {
  const rest = await serve({
    ...conversation,
    "POST /api/v1/chat": { body: turn },
    "GET /api/v1/status/jobs/j1/progress": { body: { status: "succeeded", progress: 1 } },
    "GET /api/v1/status/jobs/j2/progress": { body: { status: "succeeded", progress: 1 } },
    "GET /api/v1/designs/d1": { body: { id: "d1", title: "Ring" } },
  });
  const made = await makeDesign(rest, "a ring", () => {});
  expect(made).toEqual({ design: { id: "d1", title: "Ring" }, answer: "Here it is." });
});

test("a failed job ends it with its reason", async () => {
  const failed = {
    job_id: "j2",
    status: "failed",
    progress: 0,
    error: { message: "Too thin to cast." },
  };
  const rest = await serve({
    ...conversation,
    "POST /api/v1/chat": { body: turn },
    "GET /api/v1/status/jobs/j1/progress": { body: { status: "running", progress: 0.5 } },
    "GET /api/v1/status/jobs/j2/progress": { body: failed },
  });
  await expect(makeDesign(rest, "a ring", () => {})).rejects.toThrow("Too thin to cast.");
});

const design = {
  title: "Rose ring",
  revision: {
    words: "A ring.",
    measures: {
      box_mm: [22.1, 24, 7],
      volume_mm3: 301.25,
      mass_g: 4.52,
      thinnest_wall_mm: 0.9,
      watertight: true,
      pieces: 1,
      stones: [{ count: 1, stone: "sapphire", cut: "oval", carats_each: 1.02 }],
    },
    price: {
      currency: "EUR",
      total_minor: 123_456,
      lines: [{ label: "Metal", basis: "4.52 g", amount_minor: 30_000 }],
    },
    findings: [
      { status: "pass", message: "" },
      { status: "warn", message: "The prongs are slim." },
    ],
    files: [{ filename: "ring.stl", purpose: "cast", bytes: 123_400 }],
    pictures: [{}],
  },
};

test("the summary tells millimetres, grams, price, rules and files", () => {
  const text = summaryText(design, { words: "a ring", answer: "Here it is." });
  for (const part of [
    "22.10 × 24.00 × 7.00 mm",
    "301.3 mm³, 4.52 g",
    "thinnest wall: 0.90 mm",
    "1 × sapphire, oval, 1.020 ct each",
    "**€1,234.56**",
    "1 of 2 rules pass",
    "warn: The prongs are slim.",
    "ring.stl: for cast, 123 kB",
  ]) {
    expect(text).toContain(part);
  }
});

test("a suite that crashed without a report counts as one failure", () => {
  expect(readCounts("none.json", 1)).toEqual({ passed: 0, failed: 1 });
  expect(sumCounts([{ passed: 3, failed: 0 }, readCounts("none.json", 1)])).toEqual({
    passed: 3,
    failed: 1,
  });
});
