import "../http/environment.ts";
import { beforeEach, expect, test } from "vitest";
import type { NewJob } from "#lib/jobs/create-job.ts";
import { failTask, succeedTask } from "#lib/jobs/end-task.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { mailNotice } from "#lib/notices/mail-notice.ts";
import { setNoticeWishes } from "#lib/notices/set-wishes.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { clear, db } from "../http/environment.ts";
import { makeJob } from "./fixtures.ts";

let ada: Person;
beforeEach(async () => {
  await clear();
  ada = await makePerson();
});

const work = (more: Partial<NewJob>) => makeJob(ada, ["one"], more);
const noticesOf = async () => (await listNotices(ada.ctx, {})).items;

test("long work that is done leads from the bell to where it is seen", async () => {
  const { job, tasks } = await work({ kind: "model-photos" });
  await succeedTask(ada.ctx, tasks[0]!.id);
  expect(await noticesOf()).toMatchObject([
    { topic: "jobs", title: "Photos to 3D: done", link: `/batches/${job.id}` },
  ]);
});

test("long work that failed is told too, short work is not", async () => {
  const figurine = await work({ kind: "make-figurine", input: { figurineId: "f1" } });
  const picture = await work({ kind: "draw-pictures" });
  for (const { tasks } of [figurine, picture]) {
    await failTask(ada.ctx, tasks[0]!.id, { code: "internal", message: "No.", retryable: false });
  }
  expect(await noticesOf()).toMatchObject([{ title: "A figurine: failed", link: "/figurines/f1" }]);
});

test("finished work is mailed to those who want it alone, in their language", async () => {
  await db.user.update({ where: { id: ada.userId }, data: { locale: "de" } });
  const { tasks } = await work({ kind: "model-photos" });
  await succeedTask(ada.ctx, tasks[0]!.id);
  const { id } = await db.notice.findFirstOrThrow({ where: { userId: ada.userId } });
  expect(await mailNotice(ada.ctx, id)).toBe(false);
  await setNoticeWishes(ada.ctx, { quotes: true, orders: true, shares: true, jobs: true });
  expect(await mailNotice(ada.ctx, id)).toBe(true);
  const mail = await db.mail.findFirstOrThrow({ where: { to: ada.email } });
  expect(mail.subject).toBe("Fotos zu 3D: fertig");
});
