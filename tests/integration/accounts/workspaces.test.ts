import "../http/environment.ts";
import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { addMember } from "#lib/accounts/add-member.ts";
import { deleteOldMails } from "#lib/accounts/delete-old-mails.ts";
import { getProfile } from "#lib/accounts/get-profile.ts";
import { listMails } from "#lib/accounts/list-mails.ts";
import { listMembers } from "#lib/accounts/list-members.ts";
import { removeMember } from "#lib/accounts/remove-member.ts";
import { personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import { updateProfile } from "#lib/accounts/update-profile.ts";
import { errorIn } from "#lib/http/error-sentences.ts";
import { db } from "../http/environment.ts";
import { contextOf, guest, keyContext, makePerson, type Person, refusalOf } from "./people.ts";

function designOf({ userId, workspaceId }: Person) {
  return db.design.create({
    data: { workspaceId, createdById: userId, kind: "ring", title: "A ring" },
  });
}

function findDesign(person: Person, id: string, access: "read" | "write") {
  return db.design.findFirst({ where: { id, ...workspaceScope(person.ctx.actor, access) } });
}

describe("a workspace", () => {
  test("hides what is in it from everyone else", async () => {
    const [ada, eve] = [await makePerson(), await makePerson()];
    const design = await designOf(ada);
    expect(await findDesign(ada, design.id, "write")).not.toBeNull();
    expect(await findDesign(eve, design.id, "read")).toBeNull();
  });

  test("shows a viewer its designs but lets only editors and owners change them", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const design = await designOf(ada);
    const place = { workspaceId: ada.workspaceId, email: bob.email };
    await addMember(ada.ctx, { ...place, role: "viewer" });
    expect(await findDesign(bob, design.id, "read")).not.toBeNull();
    expect(await findDesign(bob, design.id, "write")).toBeNull();
    await addMember(ada.ctx, { ...place, role: "editor" });
    expect(await findDesign(bob, design.id, "write")).not.toBeNull();
    await removeMember(ada.ctx, { workspaceId: ada.workspaceId, userId: bob.userId });
    expect(await findDesign(bob, design.id, "read")).toBeNull();
  });

  test("bounds an API key to itself and to the key's scopes", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const design = await designOf(ada);
    await addMember(ada.ctx, { workspaceId: ada.workspaceId, email: bob.email, role: "editor" });
    const foreign = { ...bob, ctx: keyContext(bob) };
    expect(await findDesign(foreign, design.id, "read")).toBeNull();
    const reader = { ...ada, ctx: keyContext(ada, ["read"]) };
    expect(await findDesign(reader, design.id, "read")).not.toBeNull();
    expect(() => workspaceScope(reader.ctx.actor, "write")).toThrow("may not write");
  });

  test("lets a job work in its own workspace alone", async () => {
    const [ada, eve] = [await makePerson(), await makePerson()];
    const design = await designOf(ada);
    const jobOf = ({ userId, workspaceId }: Person) => ({
      ...ada,
      ctx: contextOf({ type: "job", jobId: "j", userId, workspaceId }),
    });
    expect(await findDesign(jobOf(ada), design.id, "write")).not.toBeNull();
    expect(await findDesign(jobOf(eve), design.id, "read")).toBeNull();
    expect(await personalWorkspaceId(jobOf(eve).ctx)).toBe(eve.workspaceId);
  });

  test("takes a person's new things into their own, also for an owner of an older one", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await addMember(ada.ctx, { workspaceId: ada.workspaceId, email: bob.email, role: "owner" });
    expect(await personalWorkspaceId(bob.ctx)).toBe(bob.workspaceId);
  });

  test("is nothing for a guest", async () => {
    expect(() => workspaceScope({ type: "guest" }, "read")).toThrow("Sign in");
    expect((await refusalOf(personalWorkspaceId(guest()))).code).toBe("unauthenticated");
  });
});

describe("members", () => {
  test("are listed to members alone", async () => {
    const [ada, bob, eve] = [await makePerson(), await makePerson(), await makePerson()];
    await addMember(ada.ctx, { workspaceId: ada.workspaceId, email: bob.email, role: "viewer" });
    const listed = await listMembers(bob.ctx, ada.workspaceId);
    expect(listed.map((one) => one.role)).toEqual(["owner", "viewer"]);
    expect((await refusalOf(listMembers(eve.ctx, ada.workspaceId))).code).toBe("not_found");
  });

  test("are added and removed by an owner alone", async () => {
    const [ada, bob, eve] = [await makePerson(), await makePerson(), await makePerson()];
    const { workspaceId } = ada;
    await addMember(ada.ctx, { workspaceId, email: bob.email, role: "editor" });
    const add = { workspaceId, email: eve.email, role: "owner" } as const;
    expect((await refusalOf(addMember(bob.ctx, add))).code).toBe("not_found");
    expect((await refusalOf(addMember(eve.ctx, add))).code).toBe("not_found");
    expect((await refusalOf(addMember(guest(), add))).code).toBe("unauthenticated");
    const remove = { workspaceId, userId: ada.userId };
    expect((await refusalOf(removeMember(bob.ctx, remove))).code).toBe("not_found");
    await removeMember(bob.ctx, { workspaceId, userId: bob.userId });
    expect(await listMembers(ada.ctx, workspaceId)).toHaveLength(1);
  });

  test("cannot be added by an address without an account, or with a made-up role", async () => {
    const { ctx, workspaceId } = await makePerson();
    const nobody = { workspaceId, email: "nobody@example.test", role: "viewer" } as const;
    const error = await refusalOf(addMember(ctx, nobody));
    expect(error.fieldErrors).toHaveProperty("email");
    const king = { ...nobody, role: "king" } as unknown as typeof nobody;
    await expect(addMember(ctx, king)).rejects.toBeInstanceOf(ZodError);
  });

  test("cannot be added before they confirmed the address: anybody may have signed up with it", async () => {
    const [ada, eve] = [await makePerson(), await makePerson()];
    await db.user.update({ where: { id: eve.userId }, data: { emailVerified: null } });
    const place = { workspaceId: ada.workspaceId, email: eve.email, role: "editor" } as const;
    const error = await refusalOf(addMember(ada.ctx, place));
    expect(error.code).toBe("invalid_input");
    for (const locale of ["de", "fr", "vi"]) {
      expect(errorIn(locale, error.userMessage)).not.toBe(error.userMessage);
    }
    expect(await listMembers(ada.ctx, ada.workspaceId)).toHaveLength(1);
    await db.user.update({ where: { id: eve.userId }, data: { emailVerified: new Date() } });
    await addMember(ada.ctx, place);
    expect(await listMembers(ada.ctx, ada.workspaceId)).toHaveLength(2);
  });

  test("always keep an owner", async () => {
    const { ctx, email, userId, workspaceId } = await makePerson();
    expect((await refusalOf(removeMember(ctx, { workspaceId, userId }))).code).toBe("conflict");
    const demotion = addMember(ctx, { workspaceId, email, role: "viewer" });
    expect((await refusalOf(demotion)).code).toBe("conflict");
  });

  test("keep an owner also when two owners leave at the same time", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const { workspaceId } = ada;
    await addMember(ada.ctx, { workspaceId, email: bob.email, role: "owner" });
    await Promise.allSettled([
      removeMember(ada.ctx, { workspaceId, userId: ada.userId }),
      removeMember(bob.ctx, { workspaceId, userId: bob.userId }),
    ]);
    expect(await db.member.count({ where: { workspaceId, role: "owner" } })).toBe(1);
  });
});

describe("a profile", () => {
  test("is the person's own name and currency", async () => {
    const { ctx, email } = await makePerson();
    const profile = await updateProfile(ctx, { name: "  Ada ", currency: "JPY" });
    expect(profile).toMatchObject({ name: "Ada", currency: "JPY", email });
    expect(await getProfile(ctx)).toEqual(profile);
  });

  test("refuses a currency prices are not known in, and guests", async () => {
    const { ctx } = await makePerson();
    const input = { name: "Ada", currency: "XXX" } as unknown as { name: string; currency: "EUR" };
    await expect(updateProfile(ctx, input)).rejects.toBeInstanceOf(ZodError);
    expect((await refusalOf(getProfile(guest()))).code).toBe("unauthenticated");
  });

  test("never carries the password's hash", async () => {
    const { ctx } = await makePerson();
    expect(JSON.stringify(await getProfile(ctx))).not.toContain("argon2");
  });
});

describe("the outbox", () => {
  test("shows people their own mails and an admin everyone's", async () => {
    const [ada, eve, admin] = [await makePerson(), await makePerson(), await makePerson("admin")];
    await ada.ctx.adapters.mail.send({ to: ada.email, subject: "For Ada", text: "…" });
    const subjects = async (person: Person) => (await listMails(person.ctx)).map((m) => m.subject);
    expect(await subjects(ada)).toEqual(["For Ada"]);
    expect(await subjects(eve)).toEqual([]);
    expect(await subjects(admin)).toContain("For Ada");
    expect((await refusalOf(listMails(guest()))).code).toBe("unauthenticated");
  });

  test("forgets mails after 30 days", async () => {
    const { ctx, email } = await makePerson();
    await ctx.adapters.mail.send({ to: email, subject: "News", text: "…" });
    const sweepAfter = (days: number) =>
      deleteOldMails({ db, now: () => new Date(Date.now() + days * 24 * 3_600_000) });
    await sweepAfter(29);
    expect(await db.mail.count({ where: { to: email } })).toBe(1);
    await sweepAfter(31);
    expect(await db.mail.count({ where: { to: email } })).toBe(0);
  });
});
