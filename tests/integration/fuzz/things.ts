import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { createConversation } from "#lib/conversations/create-conversation.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import type { Person } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { makeJob } from "../jobs/fixtures.ts";

interface Piece {
  designId: string;
  revision: { id: string; number: number };
}

/** One thing of every sort a person can have, each with the mark in its texts; answers their ids. */
export async function makeThings(person: Person, mark: string): Promise<string[]> {
  const conversation = await createConversation(person.ctx, { title: mark });
  const { design } = await createDesign(person.ctx, { kind: "ring", title: mark, prompt: mark });
  const piece = { designId: design.id, revision: design.revision };
  const { job, tasks } = await makeJob(person, [mark]);
  const imageId = await makeImage(person, mark);
  const ids = await Promise.all([
    makeOrder(person, piece, mark),
    makeConcept(person, piece, { imageId, mark }),
    makeFigurine(person, mark),
    makeCollection(person, piece, mark),
    makeSmallThings(person, mark),
  ]);
  return [
    conversation.id,
    design.id,
    design.revision.id,
    job.id,
    tasks[0]!.id,
    imageId,
    ...ids.flat(),
  ];
}

async function makeImage({ userId, workspaceId }: Person, mark: string): Promise<string> {
  const { id } = await db.image.create({
    data: {
      ...{ workspaceId, createdById: userId, source: "upload" },
      ...{ blobKey: `images/${mark}.png`, mediaType: "image/png", width: 1, height: 1 },
      ...{ bytes: 1, sha256: "0", prompt: mark },
    },
  });
  return id;
}

/** A quote of the person's that became an order; everything in it holds the mark. */
async function makeOrder(
  { userId, workspaceId }: Person,
  { designId, revision }: Piece,
  mark: string,
) {
  const owner = { workspaceId, createdById: userId };
  const proof = await db.proof.create({
    data: {
      ...{ ...owner, designId, kind: "ring", title: mark, piece: {}, sha256: "0" },
      ...{ revisionId: revision.id, revisionNumber: revision.number },
    },
  });
  const atelier = await db.atelier.create({
    data: {
      ...{ name: "Goldwerk", about: "", place: "Hanau", country: "DE", limits: {} },
      ...{ leadTimeDays: 14, currency: "EUR" },
    },
  });
  const request = await db.quoteRequest.create({
    data: { ...owner, proofId: proof.id, quantity: 1, currency: "EUR" },
  });
  const both = { workspaceId, atelierId: atelier.id, currency: "EUR" };
  const expiresAt = new Date(Date.now() + 86_400_000);
  const quote = await db.quote.create({ data: { ...both, requestId: request.id, expiresAt } });
  const terms = { quantity: 1, totalMinor: 100, lines: [{ label: mark }] };
  const order = await db.order.create({
    data: { ...both, ...terms, quoteId: quote.id, proofId: proof.id },
  });
  const message = await db.quoteMessage.create({
    data: { quoteId: quote.id, by: "customer", authorId: userId, text: mark },
  });
  return [proof.id, request.id, quote.id, order.id, message.id];
}

async function makeConcept(
  { userId, workspaceId }: Person,
  { designId, revision }: Piece,
  { imageId, mark }: { imageId: string; mark: string },
) {
  const { id } = await db.concept.create({
    data: {
      ...{ id: crypto.randomUUID(), workspaceId, createdById: userId, designId, imageId },
      ...{ revisionId: revision.id, way: "picture", wish: { prompt: mark }, kind: "ring" },
      ...{ notes: [], look: {}, prompt: mark, seed: 1, engine: mark, engineVersion: "1" },
    },
  });
  return [id];
}

async function makeFigurine({ userId, workspaceId }: Person, mark: string) {
  const photo = {
    ...{ position: 0, blobKey: `faces/${mark}.jpg`, mediaType: "image/jpeg" },
    ...{ width: 1, height: 1, bytes: 1, tones: 1 },
  };
  const figurine = await db.figurine.create({
    data: {
      ...{ workspaceId, createdById: userId, title: mark, subject: "me", input: {} },
      ...{ consentedAt: new Date(), photosDueAt: new Date(), photos: { create: photo } },
    },
    include: { photos: true },
  });
  return [figurine.id, figurine.photos[0]!.id];
}

async function makeCollection({ userId, workspaceId }: Person, { designId }: Piece, mark: string) {
  const link = {
    createdById: userId,
    tokenHash: mark,
    expiresAt: new Date(Date.now() + 86_400_000),
  };
  const collection = await db.collection.create({
    data: {
      ...{ workspaceId, createdById: userId, title: mark, description: mark },
      ...{ items: { create: { designId } }, links: { create: link } },
    },
    include: { links: true },
  });
  return [collection.id, collection.links[0]!.id];
}

/** An API key, a refusal and a notice. */
async function makeSmallThings({ ctx, userId, workspaceId }: Person, mark: string) {
  const { id } = await createApiKey(ctx, { name: mark });
  const said = { reason: mark, excerpt: mark, category: "sexual", source: "local" };
  const refusal = await db.moderationCase.create({
    data: {
      ...{ origin: "check", status: "open", subjectType: "prompt", workspaceId, userId },
      ...said,
    },
  });
  const words = { title: mark, text: mark, link: "/quotes", dedupeKey: mark };
  const notice = await db.notice.create({ data: { userId, topic: "quotes", ...words } });
  return [id, refusal.id, notice.id];
}
