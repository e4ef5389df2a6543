import "../http/environment.ts";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { costOfConcepts } from "#lib/concepts/cost-of-concepts.ts";
import { getConcept } from "#lib/concepts/get-concept.ts";
import { makeConcept } from "#lib/concepts/make-concept.ts";
import { type RequestConceptsInput, requestConcepts } from "#lib/concepts/request-concepts.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { retryTask } from "#lib/jobs/retry-task.ts";
import { workOnTask } from "#lib/jobs/work-on-task.ts";
import { REFUSALS } from "#tests/doubles/fal/behaviour.ts";
import { withAdapters } from "#tests/setup/adapters.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { double, openFalEngine } from "../inference/fal-bench.ts";

const { state } = double;
beforeEach(() => state.reset());

async function openPainter() {
  const person = await makePerson();
  const ctx = withAdapters(person.ctx, { inference: openFalEngine() });
  const { design } = await createDesign(ctx, { kind: "ring", spec: {}, startsJobs: false });
  const send = async (svg: string) => {
    const page = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256">${svg}</svg>`;
    const bytes = new Uint8Array(await sharp(Buffer.from(page)).png().toBuffer());
    return (await uploadImage(ctx, { bytes, maxBytes: 1e6 })).id;
  };
  const work = async (jobId: string) => {
    for (const { id: taskId } of await db.task.findMany({ where: { jobId } })) {
      await workOnTask(ctx, {
        ...{ taskId, lastAttempt: true },
        work: (task, signal) => makeConcept(ctx, { jobId, taskId: task.id, signal }),
      });
    }
    return db.task.findMany({ where: { jobId }, orderBy: { createdAt: "asc" } });
  };
  const paint = async (wish: Partial<RequestConceptsInput>) => {
    const asked = { designId: design.id, engine: "provider" as const, ...wish };
    const { jobId, conceptIds } = await requestConcepts(ctx, asked);
    return { jobId, conceptIds, tasks: await work(jobId) };
  };
  return { ...person, ctx, design, send, paint, work };
}

const orders = () => [...state.jobs.values()].map(({ endpoint, input }) => ({ endpoint, input }));

describe("a concept that a provider paints", () => {
  test("of words goes to the model of words, and keeps all that made it", async () => {
    const { ctx, paint } = await openPainter();
    const { conceptIds } = await paint({ prompt: "on wet moss", count: 2, seed: 11 });
    const made = await Promise.all(conceptIds.map((conceptId) => getConcept(ctx, { conceptId })));
    expect(orders().map(({ endpoint }) => endpoint)).toEqual([
      "fal-ai/flux/schnell",
      "fal-ai/flux/schnell",
    ]);
    expect(orders()[0]?.input.prompt).toMatch(/^on wet moss\. .*ring/i);
    for (const [at, concept] of made.entries()) {
      expect(concept).toMatchObject({ spec: null, changes: [], way: "picture" });
      expect(concept.notes[0]?.message).toMatch(/image model painted this/);
      expect(concept.again).toMatchObject({ isExact: false });
      const { lineage } = concept;
      expect(lineage).toMatchObject({ source: "generated", isAiMade: true, seed: 11 + at });
      expect(lineage).toMatchObject({ engine: "fal", engineVersion: "fal-ai/flux/schnell" });
      expect(state.jobs.has(lineage.providerRequestId!)).toBe(true);
      expect(lineage.digitalSourceType).toMatch(/\/trainedAlgorithmicMedia$/);
    }
  });

  test("says inside the file who made it, of what and by which order", async () => {
    const { conceptIds, ctx } = await openPainter().then(async (painter) => ({
      ...painter,
      ...(await painter.paint({ prompt: "on wet moss", seed: 3 })),
    }));
    const { image } = await db.concept.findUniqueOrThrow({
      where: { id: conceptIds[0]! },
      select: { image: { select: { blobKey: true } } },
    });
    const { xmp } = await sharp(await ctx.adapters.blob.read(image.blobKey)).metadata();
    const said = String(xmp);
    expect(said).toContain("/trainedAlgorithmicMedia");
    for (const word of ["on wet moss", "fal fal-ai/flux/schnell", [...state.jobs.keys()][0]!]) {
      expect(said).toContain(word);
    }
  });

  test.each([
    ["variation", "fal-ai/nano-banana/edit", "image_urls"],
    ["style", "fal-ai/nano-banana/edit", "image_urls"],
    ["transfer", "fal-ai/nano-banana/edit", "image_urls"],
    ["repaint", "fal-ai/flux-pro/v1/fill", "mask_url"],
    ["sketch", "fal-ai/z-image/turbo/controlnet", "image_url"],
  ] as const)("by %s goes to %s with its pictures", async (way, endpoint, field) => {
    const { paint, send } = await openPainter();
    const white = await send('<rect width="256" height="256" fill="#fff"/>');
    const { tasks } = await paint({
      ...{ way, prompt: "in moonlight", style: "noir", seed: 5 },
      ...{ maskId: white, referenceId: white, sketchId: white },
    });
    expect(tasks.map(({ status, error }) => [status, error])).toEqual([["succeeded", null]]);
    expect(orders()[0]?.endpoint).toBe(endpoint);
    expect(orders()[0]?.input).toHaveProperty(field);
  });

  test("is paid once however often its task runs, and costs what was said before", async () => {
    const { ctx, paint, work } = await openPainter();
    const { jobId } = await paint({ prompt: "on moss", count: 2 });
    await db.task.updateMany({ where: { jobId }, data: { status: "queued" } });
    await work(jobId);
    expect(state.submits).toBe(2);
    const paid = await db.providerCall.aggregate({
      where: { jobId },
      _sum: { costMicroUsd: true },
    });
    const wish = { engine: "provider", prompt: "on moss" } as const;
    expect(paid._sum.costMicroUsd).toBe(costOfConcepts(ctx, wish, 2));
    expect(costOfConcepts(ctx, { ...wish, engine: "embedded" }, 2)).toBe(0);
  });

  test("may be drawn here when the provider fails, and is named as that", async () => {
    const { ctx, paint, work } = await openPainter();
    state.next.push({ refuse: REFUSALS.noCredit });
    const { jobId, tasks, conceptIds } = await paint({ prompt: "in rose gold" });
    expect(tasks[0]).toMatchObject({
      status: "failed",
      error: { code: "payment_required", details: { fallback: "embedded" } },
    });
    await retryTask(ctx, tasks[0]!.id, { engine: "embedded" });
    await work(jobId);
    const concept = await getConcept(ctx, { conceptId: conceptIds[0]! });
    expect(concept.lineage).toMatchObject({
      source: "drawn",
      engine: ctx.adapters.inference.engine.name,
    });
    expect(concept.spec).not.toBeNull();
    expect(state.submits).toBe(0);
  });

  test("that the provider calls unsafe is refused with a reason to appeal, and not kept", async () => {
    const { paint } = await openPainter();
    state.next.push({ isUnsafe: true });
    const { jobId, tasks } = await paint({ prompt: "on moss" });
    expect(tasks[0]).toMatchObject({ status: "failed", error: { code: "rule_broken" } });
    expect(JSON.stringify(tasks[0]?.error)).toContain("/moderation/");
    expect(await db.image.count({ where: { jobId } })).toBe(0);
  });
});

test("where nobody is rented the engine is refused at once", async () => {
  const { ctx } = await makePerson();
  const { design } = await createDesign(ctx, { kind: "ring", spec: {}, startsJobs: false });
  const asked = requestConcepts(ctx, {
    designId: design.id,
    prompt: "on moss",
    engine: "provider",
  });
  expect(await refusalOf(asked)).toMatchObject({ code: "invalid_input" });
});
