import "../http/environment.ts";
import { describe, expect, test } from "vitest";
import { failTask, succeedTask } from "#lib/jobs/end-task.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { listFailedJobs } from "#lib/jobs/list-failed-jobs.ts";
import { replayJob } from "#lib/jobs/replay-job.ts";
import { startTask } from "#lib/jobs/start-task.ts";
import { guest, makePerson, refusalOf } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { makeJob } from "./fixtures.ts";

const admin = await makePerson("admin");
const ERROR = { code: "unavailable" as const, message: "It was away.", retryable: true };

async function failedJob() {
  const person = await makePerson();
  const { job, tasks } = await makeJob(person, ["front", "side", "top"]);
  const [good, bad, worse] = tasks.map(({ id }) => id);
  for (const { id } of tasks) await startTask(person.ctx, id);
  await succeedTask(person.ctx, good!, {});
  for (const id of [bad!, worse!]) await failTask(person.ctx, id, ERROR);
  return { person, jobId: job.id };
}

describe("an admin", () => {
  test("sees what failed of everybody, and starts just that again", async () => {
    const { person, jobId } = await failedJob();
    const listed = (await listFailedJobs(admin.ctx)).find((one) => one.jobId === jobId);
    expect(listed).toMatchObject({ email: person.email, failedTasks: 2, message: "It was away." });
    const promised = await db.outboxEvent.count({ where: { name: "test/requested" } });
    expect(await replayJob(admin.ctx, jobId)).toEqual({ jobId, tasks: 2 });
    expect(await db.outboxEvent.count({ where: { name: "test/requested" } })).toBe(promised + 2);
    const job = await getJob(person.ctx, jobId);
    expect(job.status).toBe("running");
    expect(job.tasks.map(({ status }) => status)).toEqual(["succeeded", "queued", "queued"]);
    expect((await listFailedJobs(admin.ctx)).some((one) => one.jobId === jobId)).toBe(false);
  });

  test("cannot replay what has not failed or is not there", async () => {
    const { jobId } = await failedJob();
    await replayJob(admin.ctx, jobId);
    expect(await refusalOf(replayJob(admin.ctx, jobId))).toMatchObject({ code: "conflict" });
    expect(await refusalOf(replayJob(admin.ctx, "none"))).toMatchObject({ code: "not_found" });
  });
});

test("nobody else sees or replays other people's jobs, not even the owner as an admin would", async () => {
  const { person, jobId } = await failedJob();
  expect(await refusalOf(replayJob(person.ctx, jobId))).toMatchObject({ code: "forbidden" });
  expect(await refusalOf(listFailedJobs(person.ctx))).toMatchObject({ code: "forbidden" });
  expect(await refusalOf(replayJob(guest(), jobId))).toMatchObject({ code: "unauthenticated" });
});
