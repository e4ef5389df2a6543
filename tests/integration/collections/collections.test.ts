import "../http/environment.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { createCollection } from "#lib/collections/create-collection.ts";
import { deleteCollection } from "#lib/collections/delete-collection.ts";
import { endShare } from "#lib/collections/end-share.ts";
import { getCollection } from "#lib/collections/get-collection.ts";
import { listCollections } from "#lib/collections/list-collections.ts";
import { saveDesign } from "#lib/collections/save-design.ts";
import { shareCollection } from "#lib/collections/share-collection.ts";
import { takeOutDesign } from "#lib/collections/take-out-design.ts";
import { viewShare } from "#lib/collections/view-share.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { POST as shareByRest } from "../../../app/api/v1/collections/[id]/links/route.ts";
import { GET as readCollection } from "../../../app/api/v1/collections/[id]/route.ts";
import { POST as makeCollection } from "../../../app/api/v1/collections/route.ts";
import { GET as readShare } from "../../../app/api/v1/shares/[token]/route.ts";
import { guest, refusalOf } from "../accounts/people.ts";
import { sentPicture } from "../conversations/chat.ts";
import { openStudio, type Studio } from "../designs/studio.ts";
import { clear, db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
let ada: Studio;
beforeEach(async () => {
  await clear();
  ada = await openStudio();
});

const ring = async (owner = ada) =>
  (await createDesign(owner.ctx, { kind: "ring", title: "Moon ring" })).design.id;
const tokenOf = (url: string) => url.split("/").at(-1) ?? "";

async function shared(days = 14) {
  const { id } = await createCollection(ada.ctx, { title: "Spring" });
  await saveDesign(ada.ctx, { designId: await ring(), collectionId: id });
  const link = await shareCollection(ada.ctx, id, { days });
  return { id, link, token: tokenOf(link.url) };
}

describe("a collection", () => {
  test("keeps designs once, newest first, and lets them go", async () => {
    const { id } = await createCollection(ada.ctx, { title: "Spring", description: "For Mai" });
    const [first, second] = [await ring(), await ring()];
    await saveDesign(ada.ctx, { designId: first, collectionId: id });
    await saveDesign(ada.ctx, { designId: second, collectionId: id });
    const again = await saveDesign(ada.ctx, { designId: second, collectionId: id });
    expect(again).toMatchObject({ title: "Spring", count: 2, isNew: false });
    await takeOutDesign(ada.ctx, { collectionId: id, designId: first });
    await refusalOf(takeOutDesign(ada.ctx, { collectionId: id, designId: first }));
    const { designs, links } = await getCollection(ada.ctx, id);
    expect(designs.map((design) => design.id)).toEqual([second]);
    expect(links).toEqual([]);
  });

  test("is told by the main pictures of its newest designs", async () => {
    const designId = await ring();
    const { id: revisionId } = await db.revision.findFirstOrThrow({ where: { designId } });
    const drawn = async (view: string) => {
      const picture = await sentPicture(ada);
      await db.image.update({ where: { id: picture.id }, data: { revisionId, view } });
      return picture.id;
    };
    await drawn("side");
    const hero = await drawn("hero");
    const saved = await saveDesign(ada.ctx, { designId, title: "Spring" });
    expect(saved).toMatchObject({ isNew: true, coverImageIds: [hero] });
    await saveDesign(ada.ctx, { designId: await ring(), title: "Spring" });
    expect((await listCollections(ada.ctx, {})).items[0]?.coverImageIds).toEqual([hero]);
  });

  test("is found by its title, or made under it", async () => {
    const designId = await ring();
    const made = await saveDesign(ada.ctx, { designId, title: "Gifts" });
    const found = await saveDesign(ada.ctx, { designId: await ring(), title: "gifts" });
    expect(found).toMatchObject({ id: made.id, count: 2 });
    expect((await refusalOf(saveDesign(ada.ctx, { designId }))).code).toBe("invalid_input");
    expect((await listCollections(ada.ctx, {})).items).toHaveLength(1);
  });

  test("loses a design that is deleted, and takes none along when it is deleted itself", async () => {
    const { id } = await createCollection(ada.ctx, { title: "Spring" });
    const [gone, kept] = [await ring(), await ring()];
    await saveDesign(ada.ctx, { designId: gone, collectionId: id });
    await saveDesign(ada.ctx, { designId: kept, collectionId: id });
    await deleteDesign(ada.ctx, { designId: gone });
    expect((await getCollection(ada.ctx, id)).count).toBe(1);
    await deleteCollection(ada.ctx, id);
    expect(await db.collectionItem.count()).toBe(0);
    expect(await db.design.count({ where: { id: kept } })).toBe(1);
  });

  test("of someone else, and a design of someone else, are not found; a guest signs in", async () => {
    const eve = await openStudio();
    const { id } = await createCollection(ada.ctx, { title: "Spring" });
    const designId = await ring();
    const hers = await ring(eve);
    for (const call of [
      () => getCollection(eve.ctx, id),
      () => saveDesign(eve.ctx, { designId: hers, collectionId: id }),
      () => saveDesign(ada.ctx, { designId: hers, collectionId: id }),
      () => shareCollection(eve.ctx, id, {}),
      () => deleteCollection(eve.ctx, id),
    ]) {
      expect((await refusalOf(call())).code).toBe("not_found");
    }
    expect((await refusalOf(saveDesign(guest(), { designId, title: "x" }))).code).toBe(
      "unauthenticated",
    );
  });
});

describe("a share link", () => {
  test("shows pictures, sizes and weights to anyone, no price and nothing of how it came about", async () => {
    const { token } = await shared();
    const seen = await viewShare(guest(), token);
    expect(seen).toMatchObject({ title: "Spring", pieces: [{ kind: "ring", title: "Moon ring" }] });
    expect(Object.keys(seen.pieces[0] ?? {}).toSorted()).toEqual([
      "boxMm",
      "kind",
      "massG",
      "pictures",
      "title",
      "words",
    ]);
  });

  test("keeps only the hash of its token", async () => {
    const { token } = await shared();
    const rows = await db.shareLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("tells who made it of the first look, once", async () => {
    const { id, token } = await shared();
    await viewShare(guest(), token);
    await viewShare(guest(), token);
    const notices = await db.notice.findMany({ where: { userId: ada.userId } });
    expect(notices).toMatchObject([{ topic: "shares", link: `/collections/${id}` }]);
  });

  test("says plainly that it ran out, was ended, or was never made", async () => {
    const { id, link, token } = await shared(1);
    const later = { ...guest(), now: () => new Date(Date.now() + DAY_MS + 1) };
    expect((await refusalOf(viewShare(later, token))).userMessage).toContain("has run out");
    await endShare(ada.ctx, { collectionId: id, linkId: link.id });
    expect((await refusalOf(viewShare(guest(), token))).userMessage).toContain("was ended");
    expect((await refusalOf(endShare(ada.ctx, { collectionId: id, linkId: link.id }))).code).toBe(
      "not_found",
    );
    expect((await refusalOf(viewShare(guest(), "x".repeat(43)))).userMessage).toBe(
      "There is no such link.",
    );
  });

  test("works for 1 to 90 days, twenty at once", async () => {
    const { id } = await shared();
    for (const days of [0, 91, 1.5]) {
      await expect(shareCollection(ada.ctx, id, { days })).rejects.toThrow();
    }
    for (let made = 1; made < 20; made += 1) await shareCollection(ada.ctx, id, {});
    expect((await refusalOf(shareCollection(ada.ctx, id, {}))).code).toBe("conflict");
  });
});

describe("over REST", () => {
  test("a collection is made, read and shared with a key, and seen without one", async () => {
    const { key } = await createApiKey(ada.ctx, { name: "t", scopes: ["read", "write"] });
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const collections = await serve(makeCollection);
    const made = await fetch(collections.url, {
      method: "POST",
      headers,
      body: JSON.stringify({ title: "Spring" }),
    });
    expect(made.status).toBe(201);
    const { id } = await made.json();
    await saveDesign(ada.ctx, { designId: await ring(), collectionId: id });

    const one = await serve(readCollection, () => ({ id }));
    const read = await fetch(one.url, { headers });
    expect(await read.json()).toMatchObject({ count: 1, designs: [{ title: "Moon ring" }] });

    const links = await serve(shareByRest, () => ({ id }));
    const link = await fetch(links.url, { method: "POST", headers, body: '{"days":7}' });
    expect(link.status).toBe(201);
    const { url } = await link.json();

    const shares = await serve(readShare, (path) => ({ token: path.slice(1) }));
    const seen = await fetch(`${shares.url}/${tokenOf(url)}`);
    expect(seen.status).toBe(200);
    expect(await seen.json()).toMatchObject({ pieces: [{ title: "Moon ring" }] });
    const unknown = await fetch(`${shares.url}/${"x".repeat(43)}`);
    expect(unknown.status).toBe(404);
  });
});
