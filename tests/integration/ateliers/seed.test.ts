import "../http/environment.ts";
import { describe, expect, it } from "vitest";
import { adapters } from "#lib/adapters/index.ts";
import { openContact } from "#lib/ateliers/contact/open-contact.ts";
import { embedPortfolios } from "#lib/ateliers/embed-portfolios.ts";
import { getAtelier } from "#lib/ateliers/get-atelier.ts";
import { listAteliers } from "#lib/ateliers/list-ateliers.ts";
import { listCandidates } from "#lib/ateliers/match/candidates.ts";
import { CRAFTS } from "#lib/shared/crafts.ts";
import { seedAteliers } from "../../../prisma/seed/seed-ateliers.ts";
import { guest, makePerson } from "../accounts/people.ts";
import { db } from "../http/environment.ts";

const owner = await makePerson("atelier");
const { blob, vault } = adapters();
const seed = () => seedAteliers({ db, blob, vault, ownerEmail: owner.email, now: new Date() });
await seed();

describe("the example ateliers", () => {
  it("are at least 40, over the world, of every craft, each with rates and pictures", async () => {
    const all = [...(await listCandidates(db)).values()];
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ country }) => country)).size).toBeGreaterThan(20);
    const crafts = new Set(all.flatMap((one) => [...one.crafts]));
    expect(CRAFTS.filter(({ id }) => !crafts.has(id))).toEqual([]);
    expect(all.filter(({ works }) => works.length < 2)).toEqual([]);
    expect(all.filter(({ latitude }) => latitude === null)).toEqual([]);
  });

  it("are made once, and the demo account owns the first", async () => {
    const before = await db.atelier.count();
    await seed();
    expect(await db.atelier.count()).toBe(before);
    const own = await db.atelier.findUniqueOrThrow({ where: { ownerId: owner.userId } });
    expect(own.name).toBe("Linden & Daughter");
    expect((await openContact(guest(), own.id)).email).toMatch(/\.example$/);
    const { portfolio, isExample } = await getAtelier(guest(), own.id);
    expect(portfolio[0]!.url).toMatch(/^\/api\/blob\/portfolio/);
    expect(isExample).toBe(false);
  });

  it("are looked at once, so that pictures are compared", async () => {
    let files = 0;
    for (let more = 1; more > 0; files += more) more = (await embedPortfolios(guest())).embedded;
    expect(files).toBeGreaterThan(20);
    const all = [...(await listCandidates(db)).values()];
    expect(all.flatMap(({ works }) => works).filter(({ vector }) => !vector)).toEqual([]);
  });

  it("are listed by craft and country", async () => {
    const { items, count } = await listAteliers(guest(), { craft: "enamel", country: "IN" });
    expect([count, items.map(({ name }) => name)]).toEqual([1, ["Meenakari House"]]);
  });
});
