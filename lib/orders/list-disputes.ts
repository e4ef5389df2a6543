import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";
import type { Party } from "#lib/quotes/machine.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import type { OrderState } from "./machine.ts";

export interface AdminDispute {
  id: string;
  status: "open" | "resolved";
  openedBy: Party;
  text: string;
  resolution: string | null;
  createdAt: Date;
  resolvedAt: Date | null;
  order: {
    id: string;
    status: OrderState;
    currency: string;
    totalMinor: number;
    title: string;
    atelier: string;
    customer: string;
  };
}

/** Disputes for an admin, newest first. Throws `forbidden`. */
export async function listDisputes(
  ctx: Ctx,
  input: PageInput & { status?: "open" | "resolved" },
): Promise<Page<AdminDispute>> {
  await requireAdmin(ctx);
  const size = pageSize(input);
  const rows = await ctx.db.dispute.findMany({
    where: {
      ...(input.status && { status: input.status }),
      ...behindCursor("createdAt", input.cursor),
    },
    orderBy: newestFirst("createdAt"),
    take: size + 1,
    select: {
      id: true,
      status: true,
      openedBy: true,
      text: true,
      resolution: true,
      createdAt: true,
      resolvedAt: true,
      order: {
        select: {
          id: true,
          status: true,
          currency: true,
          totalMinor: true,
          proof: { select: { title: true } },
          atelier: { select: { name: true } },
          workspace: { select: { name: true } },
        },
      },
    },
  });
  const items = rows.slice(0, size).map(({ order, ...dispute }): AdminDispute => {
    const { proof, atelier, workspace, ...facts } = order;
    const names = { title: proof.title, atelier: atelier.name, customer: workspace.name };
    return { ...dispute, order: { ...facts, ...names } };
  });
  return toPage(rows, size, "createdAt", items);
}
