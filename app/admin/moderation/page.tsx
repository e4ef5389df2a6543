import { getFormatter, getTranslations } from "next-intl/server";
import { CaseFacts } from "#components/moderation/case-facts.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { CaseView } from "#lib/moderation/case.ts";
import { listOpenCases } from "#lib/moderation/list-open-cases.ts";
import { AdminPage, adminContext, adminMetadata } from "../admin-page.tsx";
import { ResolveForm } from "./resolve-form.tsx";

export const generateMetadata = () => adminMetadata("admin");

/** Appeals and reports that wait for a person. */
export default async function ModerationQueuePage() {
  const ctx = await adminContext("/admin/moderation");
  const [t, cases] = await Promise.all([getTranslations("moderation.admin"), listOpenCases(ctx)]);
  return (
    <AdminPage area="admin">
      {cases.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      ) : (
        <ol className="grid gap-4">
          {cases.map((one) => (
            <li key={one.id}>
              <Card>
                <WaitingCase shown={one} />
              </Card>
            </li>
          ))}
        </ol>
      )}
    </AdminPage>
  );
}

async function WaitingCase({ shown }: { shown: CaseView }) {
  const [t, format] = await Promise.all([getTranslations("moderation"), getFormatter()]);
  const isReport = shown.origin === "report";
  const outcomes = isReport ? (["kept", "removed"] as const) : (["allowed", "kept"] as const);
  const date = format.dateTime(shown.createdAt, { dateStyle: "medium", timeStyle: "short" });
  const subject = t(`subject.${shown.subjectType}`);
  return (
    <div className="grid gap-4">
      <h2 className="font-semibold">{t(isReport ? "admin.reported" : "admin.appealed")}</h2>
      <CaseFacts shown={shown} />
      <ResolveForm
        caseId={shown.id}
        note={t("admin.note")}
        outcomes={outcomes.map((id) => {
          const text = t(isReport && id === "kept" ? "admin.keptReport" : `admin.${id}`);
          return { id, text, label: t("admin.label", { action: text, subject, date }) };
        })}
      />
    </div>
  );
}
