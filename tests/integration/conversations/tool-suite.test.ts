import "../http/environment.ts";
import { afterAll, describe, expect, it } from "vitest";
import { createChatModel } from "#lib/adapters/chat-model/index.ts";
import { DESIGNER_TOOLS } from "#lib/conversations/tools/index.ts";
import type { MessageView } from "#lib/conversations/types.ts";
import { ModelService } from "#tests/doubles/openai/server.ts";
import { withAdapters } from "#tests/setup/adapters.ts";
import { openStudio, type Studio, workOn } from "../designs/studio.ts";
import { db } from "../http/environment.ts";
import { sentPicture, startConversation, talk } from "./chat.ts";

/** One thing a person says to a band of 3 mm, the call that answers it, and what comes of that. */
interface Scene {
  said: string;
  tool: string;
  input: Record<string, unknown>;
  output: Record<string, unknown>;
}

const BAND = "a plain silver ring, EU 54, band 3 mm";
const MAKE = {
  tool: "make_design",
  input: {
    kind: "ring",
    spec: { style: "plain", alloy: "silver-925", innerDiameterMm: 17.19, bandWidthMm: 3 },
  },
};

const SCENES: Scene[] = [
  {
    said: "make the band 4 mm wide",
    tool: "edit_design",
    input: { patch: { bandWidthMm: 4 } },
    output: {
      revision: 2,
      changes: [expect.objectContaining({ field: "bandWidthMm", before: 3, after: 4, unit: "mm" })],
      massDeltaG: expect.any(Number),
      priceDeltaMinor: expect.any(Number),
      newProblems: [],
    },
  },
  {
    said: "at most 2.2 g",
    tool: "solve_design",
    input: { measure: "mass", value: 2.2, bound: "at-most", patch: {} },
    output: { revision: 2, measure: "mass", wanted: 2.2 },
  },
  {
    said: "make it in US 5 to 6",
    tool: "run_sizes",
    input: { system: "us", from: "5", to: "6" },
    output: { sizesJobId: expect.any(String), sizes: ["US 5", "US 5.5", "US 6"] },
  },
  {
    said: "show me 3 variations",
    tool: "show_variations",
    input: { count: 3 },
    output: { picturesJobId: expect.any(String), pictures: expect.objectContaining({ length: 3 }) },
  },
  {
    said: "show it from the side",
    tool: "draw_pictures",
    input: { views: ["side"], count: 1 },
    output: { pictures: [expect.objectContaining({ view: "side" })] },
  },
  {
    said: "can it be cast?",
    tool: "check_design",
    input: {},
    output: { findings: expect.any(Array), verdict: null },
  },
  {
    said: "can it be printed in resin?",
    tool: "check_design",
    input: { process: "sla" },
    output: { verdict: expect.objectContaining({ process: "sla", status: "healthy" }) },
  },
  {
    said: "what does it cost?",
    tool: "price_design",
    input: {},
    output: { price: expect.objectContaining({ currency: "EUR" }), massG: expect.any(Number) },
  },
  {
    said: "find me something similar to buy",
    tool: "find_products",
    input: { likeDesign: true },
    output: { shopUrl: expect.stringContaining("/shop?design=") },
  },
  {
    said: "who can make it?",
    tool: "match_ateliers",
    input: {},
    output: { matchCount: expect.any(Number), matches: expect.any(Array) },
  },
  {
    said: "call it “Anna”",
    tool: "rename_design",
    input: { title: "Anna" },
    output: { title: "Anna" },
  },
  {
    said: "save it to the collection “Spring”",
    tool: "save_to_collection",
    input: { title: "Spring" },
    output: { collection: "Spring", count: expect.any(Number) },
  },
];

const service = await ModelService.open();
afterAll(() => service.close());

const studio = await openStudio();
const chatModel = createChatModel({
  ...{ CHAT_BASE_URL: `${service.url}/v1`, CHAT_MODEL: "m", CHAT_API_KEY: "k" },
});
const rented: Studio = { ...studio, ctx: withAdapters(studio.ctx, { chatModel }) };

const callOf = (answer: MessageView, tool: string) =>
  answer.metadata.toolCalls?.find(({ name }) => name === tool);

describe.each([
  { designer: "the embedded designer", by: studio },
  { designer: "a recorded OpenAI-compatible model", by: rented },
])("$designer", ({ by }) => {
  /** What a rented model was recorded to say; the embedded one finds its own words. */
  const record = (call: { tool: string; input: unknown }) => {
    service.says = [call, { text: "So it is." }];
  };

  /** A conversation with a band that was made and drawn. */
  async function withBand(): Promise<string> {
    const conversationId = await startConversation(by);
    record(MAKE);
    const { answer } = await talk(by, conversationId, BAND);
    const { id } = await db.job.findFirstOrThrow({
      where: { conversationId, kind: "draw-pictures" },
    });
    await workOn(by, id);
    expect(callOf(answer, "make_design")?.output).toMatchObject({
      revision: 1,
      spec: { alloy: "silver-925", bandWidthMm: 3 },
    });
    return conversationId;
  }

  it.each(SCENES)("“$said” is answered by $tool", async ({ said, tool, input, output }) => {
    const conversationId = await withBand();
    record({ tool, input });
    const { answer } = await talk(by, conversationId, said);
    expect(answer.status).toBe("complete");
    expect(answer.content).not.toBe("");
    const call = callOf(answer, tool);
    expect(call?.input).toMatchObject(input);
    expect(call?.output).toMatchObject(output);
  });

  it("goes back and compares what was changed", async () => {
    const conversationId = await withBand();
    record({ tool: "edit_design", input: { patch: { bandWidthMm: 4 } } });
    await talk(by, conversationId, "make the band 4 mm wide");
    record({ tool: "compare_revisions", input: { from: 1 } });
    const { answer } = await talk(by, conversationId, "what changed since version 1?");
    expect(callOf(answer, "compare_revisions")?.output).toMatchObject({
      ...{ from: 1, to: 2, addedMm3: 1, removedMm3: 2 },
      changes: [expect.objectContaining({ field: "bandWidthMm", before: 3, after: 4 })],
    });
    record({ tool: "undo", input: {} });
    const { answer: undone } = await talk(by, conversationId, "undo");
    expect(callOf(undone, "undo")?.output).toMatchObject({
      revision: 3,
      spec: expect.objectContaining({ bandWidthMm: 3 }),
    });
  });
});

describe("a recorded model", () => {
  it("makes a model of a picture that was sent, and of no other", async () => {
    const conversationId = await startConversation(rented);
    const image = await sentPicture(studio);
    const theirs = await sentPicture(await openStudio());
    const sculpt = (imageId: string) => ({
      tool: "sculpt_picture",
      input: { imageId, spec: { heightMm: 60 } },
    });
    service.says = [sculpt(theirs.id), sculpt(image.id), { text: "Made." }];
    const { answer } = await talk(rented, conversationId, "make this 60 mm high");
    const [foreign, own] = answer.metadata.toolCalls ?? [];
    expect(foreign?.output).toBeNull();
    expect(JSON.stringify(answer.parts)).toContain("no such picture");
    expect(own?.output).toMatchObject({
      kind: "object",
      spec: { picture: image.id, heightMm: 60 },
    });
  });

  it("shows a piece in a style, and repaints a region of it, as concept pictures", async () => {
    const conversationId = await startConversation(rented);
    const mask = await sentPicture(studio);
    service.says = [
      MAKE,
      { tool: "change_style", input: { style: "noir", count: 2 } },
      { tool: "repaint_region", input: { maskId: mask.id, prompt: "a ruby" } },
      { text: "Here they are." },
    ];
    const { answer } = await talk(rented, conversationId, BAND);
    expect(callOf(answer, "change_style")?.output).toMatchObject({
      conceptsJobId: expect.any(String),
      conceptIds: [expect.any(String), expect.any(String)],
    });
    expect(callOf(answer, "repaint_region")?.output).toMatchObject({
      conceptIds: [expect.any(String)],
    });
  });

  it("has concept pictures made, by this machine unless a provider is named", async () => {
    const conversationId = await startConversation(rented);
    const wanted = { prompt: "in rose gold", count: 2 };
    service.says = [MAKE, { tool: "concept_pictures", input: wanted }, { text: "On their way." }];
    const { answer } = await talk(rented, conversationId, `${BAND}, and other ideas for it`);
    expect(callOf(answer, "concept_pictures")?.output).toMatchObject({
      ...{ engine: "embedded", conceptsJobId: expect.any(String) },
      conceptIds: expect.objectContaining({ length: 2 }),
    });
  });

  it("is offered every tool, each with a schema", async () => {
    const conversationId = await startConversation(rented);
    service.calls.length = 0;
    service.says = [{ text: "Hello." }];
    await talk(rented, conversationId, "hello");
    const tools = service.calls[0]?.body.tools as { function: { name: string } }[];
    expect(tools.map((one) => one.function.name).sort()).toEqual(
      DESIGNER_TOOLS.map(({ name }) => name).sort(),
    );
  });
});
