import { randomBytes } from "node:crypto";
import type { Ctx } from "../context.ts";
import { newApiKey } from "./api-key.ts";
import { hashPassword } from "./password.ts";
import { API_SCOPES } from "./scope.ts";
import { createAccount } from "./sign-up.ts";

const DEMO_PEOPLE = [
  { as: "customer", name: "Demo Customer", email: "customer@demo.maquette.local", role: "user" },
  { as: "atelier", name: "Demo Atelier", email: "atelier@demo.maquette.local", role: "atelier" },
  { as: "admin", name: "Demo Admin", email: "admin@demo.maquette.local", role: "admin" },
] as const;

export interface DemoSignIn {
  email: string;
  password: string;
  apiKey: string;
}
export type DemoAccounts = Record<(typeof DEMO_PEOPLE)[number]["as"], DemoSignIn>;

/**
 * Makes the three demo people with fresh random passwords and an API key each; those who are there
 * already get a new password and key. For the embedded database only: the caller sees to that.
 */
export async function createDemoAccounts(ctx: Pick<Ctx, "db" | "now">): Promise<DemoAccounts> {
  const made = {} as DemoAccounts;
  for (const person of DEMO_PEOPLE) made[person.as] = await createDemoAccount(ctx, person);
  return made;
}

async function createDemoAccount(
  ctx: Pick<Ctx, "db" | "now">,
  { name, email, role }: (typeof DEMO_PEOPLE)[number],
): Promise<DemoSignIn> {
  const password = randomBytes(12).toString("base64url");
  const passwordHash = await hashPassword(password);
  const { key, prefix, keyHash } = newApiKey();
  const emailVerified = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    await tx.user.updateMany({
      where: { email },
      data: { passwordHash, role, emailVerified, sessionEpoch: { increment: 1 } },
    });
    const known = await tx.member.findFirst({
      where: { user: { email }, role: "owner", workspace: { personal: true } },
      select: { userId: true, workspaceId: true },
      orderBy: { createdAt: "asc" },
    });
    const account = known
      ? { id: known.userId, workspaceId: known.workspaceId }
      : await createAccount(tx, { name, email, passwordHash, role, emailVerified });
    const { id: userId, workspaceId } = account;
    await tx.apiKey.deleteMany({ where: { userId, name: "Demo" } });
    const scopes = [...API_SCOPES];
    await tx.apiKey.create({
      data: { userId, workspaceId, name: "Demo", scopes, prefix, keyHash },
    });
  });
  return { email, password, apiKey: key };
}
