import "../http/environment.ts";
import { describe, expect, it } from "vitest";
import { listConversations } from "#lib/conversations/list-conversations.ts";
import { seeConversation } from "#lib/conversations/see-conversation.ts";
import { updateConversation } from "#lib/conversations/update-conversation.ts";
import { refusalOf } from "../accounts/people.ts";
import { openStudio, type Studio } from "../designs/studio.ts";
import { startConversation, talk } from "./chat.ts";

/** A person with one conversation for each of these first messages, in this order. */
async function personWith(...texts: string[]) {
  const studio = await openStudio();
  const ids: string[] = [];
  for (const text of texts) {
    const id = await startConversation(studio);
    await talk(studio, id, text);
    ids.push(id);
  }
  return { studio, ids };
}

const found = async ({ ctx }: Studio, q: string) =>
  (await listConversations(ctx, { q })).items.map(({ id }) => id);

describe("the search", () => {
  it("finds words of messages, of titles and of descriptions, as beginnings of words", async () => {
    const { studio, ids } = await personWith("a plain silver ring, EU 54", "hello there");
    await updateConversation(studio.ctx, {
      conversationId: ids[1]!,
      title: "Anna",
      description: "for the jubilee",
    });
    expect(await found(studio, "silv")).toEqual([ids[0]]);
    expect(await found(studio, "Anna")).toEqual([ids[1]]);
    expect(await found(studio, "jubil")).toEqual([ids[1]]);
    expect(await found(studio, "hello")).toEqual([ids[1]]);
    expect(await found(studio, "silver jubilee")).toEqual([]);
  });

  it("finds what is written with accents by words without, and the other way round", async () => {
    const { studio, ids } = await personWith(
      "nhẫn vàng đính đá cho mẹ",
      "une bague dorée très légère",
    );
    expect(await found(studio, "nhan vang dinh da")).toEqual([ids[0]]);
    expect(await found(studio, "DORÉE")).toEqual([ids[1]]);
    expect(await found(studio, "legere")).toEqual([ids[1]]);
  });

  it("says in which message, with the words around", async () => {
    const { studio, ids } = await personWith("hello there, a ring like the one of Zoë please");
    const { items } = await listConversations(studio.ctx, { q: "zoe" });
    expect(items[0]).toMatchObject({ id: ids[0] });
    expect(items[0]?.found?.excerpt).toContain("Zoë please");
  });

  it("takes signs of any kind as text", async () => {
    const { studio } = await personWith("a plain silver ring, EU 54");
    for (const q of ["'", "a & | !", "%_", ":*", "\\", "<script>"]) {
      expect(await found(studio, `${q} nothing-like-it`)).toEqual([]);
    }
    expect(await found(studio, "??!")).toEqual([]);
  });

  it("finds nothing of somebody else", async () => {
    await personWith("an emerald pendant");
    const { studio } = await personWith("a plain silver ring, EU 54");
    expect(await found(studio, "emerald")).toEqual([]);
  });
});

describe("a pinned conversation", () => {
  it("is listed for itself, and what is done to it moves nothing in the list", async () => {
    const { studio, ids } = await personWith("one", "two", "three");
    const { ctx } = studio;
    const [one, two, three] = ids as [string, string, string];
    await updateConversation(ctx, { conversationId: one, pinned: true });
    await updateConversation(ctx, { conversationId: two, title: "Second" });
    const listed = async (input: { pinned?: boolean }) =>
      (await listConversations(ctx, input)).items.map(({ id }) => id);
    expect(await listed({ pinned: true })).toEqual([one]);
    expect(await listed({ pinned: false })).toEqual([three, two]);
    expect(await listed({})).toEqual([three, two, one]);
    await updateConversation(ctx, { conversationId: one, pinned: false });
    expect(await listed({ pinned: true })).toEqual([]);
  });
});

describe("an archived conversation", () => {
  it("is out of the list, and in the archive and the search", async () => {
    const { studio, ids } = await personWith("a plain silver ring, EU 54", "hello");
    const { ctx } = studio;
    await updateConversation(ctx, { conversationId: ids[0]!, archived: true });
    const items = async (input: object) =>
      (await listConversations(ctx, input)).items.map(({ id }) => id);
    expect(await items({})).toEqual([ids[1]]);
    expect(await items({ archived: true })).toEqual([ids[0]]);
    expect(await items({ q: "silver" })).toEqual([ids[0]]);
    expect(await items({ q: "silver", archived: false })).toEqual([]);
  });
});

describe("an answer", () => {
  const isUnread = async ({ ctx }: Studio) =>
    (await listConversations(ctx, {})).items.map(({ unread }) => unread);

  it("is unread until its person has looked, which moves nothing in the list", async () => {
    const { studio, ids } = await personWith("a plain silver ring, EU 54", "hello there");
    expect(await isUnread(studio)).toEqual([true, true]);
    await seeConversation(studio.ctx, { conversationId: ids[0]! });
    expect(await isUnread(studio)).toEqual([true, false]);
    await talk(studio, ids[0]!, "band 4 mm");
    expect(await isUnread(studio)).toEqual([true, true]);
    const eve = await openStudio();
    const seen = seeConversation(eve.ctx, { conversationId: ids[0]! });
    expect((await refusalOf(seen)).code).toBe("not_found");
  });
});
