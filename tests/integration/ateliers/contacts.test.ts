import "../http/environment.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { adapters } from "#lib/adapters/index.ts";
import { openBytes, sealBytes } from "#lib/adapters/vault/aead.ts";
import { folderVault } from "#lib/adapters/vault/folder.ts";
import { givenVault } from "#lib/adapters/vault/given.ts";
import type { Vault } from "#lib/adapters/vault/port.ts";
import { openContact } from "#lib/ateliers/contact/open-contact.ts";
import { rotateMasterKey } from "#lib/ateliers/contact/rotate-master-key.ts";
import { sealContact, storeContact } from "#lib/ateliers/contact/seal-contact.ts";
import { saveOwnAtelier } from "#lib/ateliers/save-own-atelier.ts";
import { adaptersWith } from "#tests/setup/adapters.ts";
import { refusalOf } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { type Owner, openAtelier, profile } from "./profiles.ts";

const now = () => new Date();
const sealing = () => ({ db, adapters: adapters(), now });
const KEY = Buffer.alloc(32, 7).toString("base64");
const KEY_BEFORE = Buffer.alloc(32, 3).toString("base64");

/** Every row of every table as Postgres writes it out. */
async function dump(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`;
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} t`),
    ),
  );
  return rows.flatMap((list) => list.map(({ row }) => row)).join("\n");
}

/** A vault whose first key nothing was stored under, and an atelier without a contact; no other contacts. */
async function freshVault() {
  const { atelierId } = await openAtelier();
  await db.atelierContact.deleteMany();
  await db.sealingKey.deleteMany();
  const folder = await mkdtemp(path.join(tmpdir(), "maquette-vault-"));
  const close = async () => {
    // No other vault opens what this one sealed.
    await db.atelierContact.deleteMany({ where: { atelierId } });
    await rm(folder, { recursive: true });
  };
  return { vault: folderVault(folder), atelierId, close };
}

describe("an atelier's contact", () => {
  it("is nowhere in a dump of the database, in clear or as bytes", async () => {
    const { atelierId } = await openAtelier();
    const contact = await openContact(sealing(), atelierId);
    expect(contact).toMatchObject({ person: "Solène Marchetti", phone: "+33 4 00 55 01 99" });
    const text = await dump();
    expect(text).toContain("Fonderie des Pentes");
    for (const secret of Object.values(contact).filter(Boolean)) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString("hex"));
      expect(text).not.toContain(Buffer.from(secret).toString("base64"));
    }
  });

  it("does not open in another atelier's row", async () => {
    const [one, other] = await Promise.all([openAtelier(), openAtelier()]);
    const { sealingKeyId, wrappedKey, sealed } = await db.atelierContact.findUniqueOrThrow({
      where: { atelierId: one.atelierId },
    });
    await db.atelierContact.update({
      where: { atelierId: other.atelierId },
      data: { sealingKeyId, wrappedKey, sealed },
    });
    expect((await refusalOf(openContact(sealing(), other.atelierId))).code).toBe("internal");
    await db.atelier.delete({ where: { id: other.atelierId } });
  });

  it("does not open when a byte was changed", async () => {
    const key = new Uint8Array(32).fill(1);
    const sealed = sealBytes(key, Buffer.from("hello"), "row/1");
    expect(Buffer.from(openBytes(key, sealed, "row/1")).toString()).toBe("hello");
    sealed[20]! ^= 1;
    expect(() => openBytes(key, sealed, "row/1")).toThrow();
  });
});

describe("a rotation of the master key", () => {
  it("seals every contact anew while readers and writers go on, and the old key is gone", async () => {
    const owners: Owner[] = [];
    for (let made = 0; made < 12; made++) owners.push(await openAtelier());
    const before = await db.atelierContact.findMany();
    let isOver = false;
    let reads = 0;
    const reader = async () => {
      while (!isOver) {
        for (const { atelierId } of owners) {
          const { person } = await openContact(sealing(), atelierId);
          expect(person).toMatch(/^(Solène Marchetti|Someone new)$/);
          reads += 1;
        }
      }
    };
    const writer = async () => {
      for (const { ctx } of owners.slice(0, 6)) {
        const contact = { ...profile().contact, person: "Someone new" };
        await saveOwnAtelier(ctx, profile({ contact })).catch((error: { code: string }) => {
          // The key was retired between sealing and storing: a person would try again.
          expect(error.code).toBe("unavailable");
        });
      }
    };
    const readers = Promise.all([reader(), reader()]);
    const [{ keyId }] = await Promise.all([rotateMasterKey(sealing()), writer()]);
    isOver = true;
    await readers;
    expect(reads).toBeGreaterThan(owners.length);
    const after = await db.atelierContact.findMany();
    expect(new Set(after.map(({ sealingKeyId }) => sealingKeyId))).toEqual(new Set([keyId]));
    const sealedBefore = new Set(before.map(({ sealed }) => Buffer.from(sealed).toString("hex")));
    const kept = after.filter(({ sealed }) =>
      sealedBefore.has(Buffer.from(sealed).toString("hex")),
    );
    expect(kept).toEqual([]);
    expect(await adapters().vault.holds(before[0]!.sealingKeyId)).toBe(false);
    await expect(openContact(sealing(), owners[11]!.atelierId)).resolves.toMatchObject({
      person: "Solène Marchetti",
    });
  });

  it("that is the first ever loses no contact that was sealed before it and is stored after", async () => {
    const { vault, atelierId, close } = await freshVault();
    const sealed = await sealContact(vault, atelierId, profile().contact);
    const { sealed: count } = await rotateMasterKey({ ...sealing(), adapters: { vault } });
    expect(count).toBe(0);
    const late = db.$transaction((tx) => storeContact(tx, atelierId, sealed));
    expect((await refusalOf(late)).code).toBe("unavailable");
    expect(await db.atelierContact.count({ where: { atelierId } })).toBe(0);
    const again = await sealContact(vault, atelierId, profile().contact);
    await db.$transaction((tx) => storeContact(tx, atelierId, again));
    const opened = openContact({ db, adapters: { vault } }, atelierId);
    await expect(opened).resolves.toMatchObject({ person: "Solène Marchetti" });
    await close();
  });

  it("that is the first ever waits for a contact that is just being stored, and seals it anew", async () => {
    const { vault, atelierId, close } = await freshVault();
    const sealed = await sealContact(vault, atelierId, profile().contact);
    const renewed = Promise.withResolvers<void>();
    const watched: Vault = {
      ...vault,
      async renew() {
        const id = await vault.renew();
        renewed.resolve();
        return id;
      },
    };
    const rotation = await db.$transaction(async (tx) => {
      await storeContact(tx, atelierId, sealed);
      const begun = rotateMasterKey({ ...sealing(), adapters: { vault: watched } });
      await renewed.promise;
      return { begun };
    });
    expect((await rotation.begun).sealed).toBe(1);
    const opened = openContact({ db, adapters: { vault } }, atelierId);
    await expect(opened).resolves.toMatchObject({ person: "Solène Marchetti" });
    await close();
  });

  it("goes from a given key to the next one", async () => {
    const { atelierId } = await openAtelier();
    const old = {
      ...sealing(),
      adapters: adaptersWith(adapters(), { vault: givenVault({ key: KEY_BEFORE }) }),
    };
    const both = givenVault({ key: KEY, before: KEY_BEFORE });
    await rotateMasterKey({
      ...sealing(),
      adapters: {
        vault: {
          ...givenVault({ key: KEY_BEFORE, before: KEY_BEFORE }),
          unwrap: adapters().vault.unwrap,
        },
      },
    });
    await expect(openContact(old, atelierId)).resolves.toMatchObject({
      person: "Solène Marchetti",
    });
    await rotateMasterKey({ ...sealing(), adapters: { vault: both } });
    const alone = { ...sealing(), adapters: { vault: givenVault({ key: KEY }) } };
    await expect(openContact(alone, atelierId)).resolves.toMatchObject({
      person: "Solène Marchetti",
    });
  });

  it("refuses a key that is none, naming the variable", () => {
    expect(() => givenVault({ key: "short" })).toThrow(/CONTACT_MASTER_KEY is not/);
    expect(() => givenVault({ key: KEY, before: "short" })).toThrow(/CONTACT_MASTER_KEY_BEFORE/);
  });
});
