import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import type { MemberInfo } from "#lib/accounts/list-members.ts";
import { removeMemberAction } from "./actions.ts";
import { MemberForm } from "./member-form.tsx";
import { RowAction } from "./row-action.tsx";

const ROLES = ["viewer", "editor", "owner"] as const;

export interface MemberSectionProps {
  workspaceId: string;
  members: MemberInfo[];
  ownId: string;
}

export async function MemberSection({ workspaceId, members, ownId }: MemberSectionProps) {
  const t = await getTranslations("account.profile");
  return (
    <Card aria-labelledby="workspace">
      <CardTitle id="workspace">{t("workspace")}</CardTitle>
      <p className="mt-1 mb-5 text-sm text-muted">{t("workspaceText")}</p>
      <ul aria-label={t("members")} className="mb-6 divide-y divide-line border-y border-line">
        {members.map(({ userId, name, email, role }) => (
          <li key={userId} className="flex items-center justify-between gap-4 py-3">
            <div className="min-w-0">
              <p className="truncate text-sm font-medium">
                {name ?? email} {userId === ownId ? <Badge>{t("itsYou")}</Badge> : null}
              </p>
              <p className="truncate text-xs text-muted">
                {email} · {t(`roles.${role}`)}
              </p>
            </div>
            {userId === ownId ? null : (
              <RowAction
                action={removeMemberAction}
                input={{ workspaceId, userId }}
                text={t("removeMember")}
                label={t("removeNamed", { name: name ?? email })}
              />
            )}
          </li>
        ))}
      </ul>
      <MemberForm
        workspaceId={workspaceId}
        roles={ROLES.map((id) => ({ id, label: t(`roles.${id}`) }))}
        texts={{
          email: t("memberEmail"),
          role: t("memberRole"),
          submit: t("addMember"),
          added: t("memberAdded"),
        }}
      />
    </Card>
  );
}
