import type { Ctx } from "../context.ts";
import { unauthenticated } from "../shared/errors.ts";
import type { RingSystem } from "../shared/ring-size.ts";
import type { Units } from "./preferences.ts";
import { actorUserId } from "./scope.ts";

const PROFILE = {
  id: true,
  email: true,
  emailVerified: true,
  name: true,
  role: true,
  locale: true,
  currency: true,
  metal: true,
  ringSystem: true,
  units: true,
  askBeforePaying: true,
  createdAt: true,
} as const;

export interface Profile {
  id: string;
  email: string;
  emailVerified: Date | null;
  name: string;
  role: "user" | "atelier" | "admin";
  locale: string;
  /** ISO 4217, e.g. `EUR`. */
  currency: string;
  /** Alloy of new pieces; null: as each kind has it. */
  metal: string | null;
  /** System of ring sizes; null: as it is usual. */
  ringSystem: RingSystem | null;
  units: Units;
  /** Whether paid work in the chat says its price first. */
  askBeforePaying: boolean;
  createdAt: Date;
}

/** The acting person's own account. Throws `unauthenticated` for a guest. */
export async function getProfile(ctx: Pick<Ctx, "actor" | "db">): Promise<Profile> {
  const where = { id: actorUserId(ctx.actor) };
  const user = await ctx.db.user.findUnique({ where, select: PROFILE });
  if (!user) throw unauthenticated();
  return {
    ...user,
    name: user.name ?? user.email.split("@")[0] ?? user.email,
    ringSystem: user.ringSystem as RingSystem | null,
    units: user.units as Units,
  };
}

/** The same, or null for a guest. */
export async function findProfile(ctx: Pick<Ctx, "actor" | "db">): Promise<Profile | null> {
  return ctx.actor.type === "guest" ? null : getProfile(ctx);
}
