import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";
import { type CaseView, caseSelect } from "./case.ts";

const MOST = 100;

/** Appeals and reports that wait, longest waiting first. Admins alone. */
export async function listOpenCases(ctx: Ctx): Promise<CaseView[]> {
  await requireAdmin(ctx);
  return ctx.db.moderationCase.findMany({
    where: { status: "open" },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: caseSelect,
  });
}
