import { getFormatter, getTranslations } from "next-intl/server";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type FailedJob, listFailedJobs } from "#lib/jobs/list-failed-jobs.ts";
import { RowAction } from "../../profile/row-action.tsx";
import { replayJobAction } from "../actions.ts";
import { AdminPage, adminContext, adminMetadata } from "../admin-page.tsx";

export const generateMetadata = () => adminMetadata("jobs");

/** Work that ended with failures, to be started again. */
export default async function FailedJobsPage() {
  const ctx = await adminContext("/admin/jobs");
  const [t, jobs] = await Promise.all([getTranslations("moderation.jobs"), listFailedJobs(ctx)]);
  return (
    <AdminPage area="jobs">
      {jobs.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      ) : (
        <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
          {jobs.map((job) => (
            <FailedRow key={job.jobId} job={job} />
          ))}
        </ul>
      )}
    </AdminPage>
  );
}

async function FailedRow({ job }: { job: FailedJob }) {
  const [t, format] = await Promise.all([getTranslations("moderation.jobs"), getFormatter()]);
  const { jobId, kind, email, failedTasks, message, finishedAt } = job;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <span className="min-w-0 flex-1 basis-60">
        <span className="block font-medium">
          {kind} ·{" "}
          <span className="font-normal text-muted">{t("items", { count: failedTasks })}</span>
        </span>
        <span className="block truncate text-muted">
          {email}
          {finishedAt &&
            ` · ${format.dateTime(finishedAt, { dateStyle: "medium", timeStyle: "short" })}`}
        </span>
        {message && <span className="block text-bad">{message}</span>}
      </span>
      <RowAction
        action={replayJobAction}
        input={{ jobId }}
        text={t("replay")}
        label={t("label", { kind, email })}
      />
    </li>
  );
}
