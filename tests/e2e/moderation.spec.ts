import { expect, type Page, test } from "@playwright/test";
import { readDemo } from "../../scripts/start/database.mjs";
import { expectFitEverywhere, expectNoBarriers } from "./barriers.ts";
import { signUp } from "./person.ts";

const WORDS = "a statue of Venus, a naked woman in a shell";

/** Pictures for people to look at, where a folder for them is named. */
async function show(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOT_FOLDER;
  if (!folder) return;
  for (const width of [1280, 390]) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
    }
  }
  await page.setViewportSize({ width: 1280, height: 720 });
}

test("what was refused says why, is appealed, and passes when an admin allows it", async ({
  page,
  browser,
}) => {
  await signUp(page);
  await page.goto("/studio");
  await page.getByLabel("Describe a piece").fill(WORDS);
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("swimwear and lingerie");
  await show(page, "refused");
  await page.getByRole("link", { name: "Look at the decision" }).click();
  await expect(page.getByRole("heading", { name: "Nudity and sex" })).toBeVisible();
  await show(page, "decision");
  await expectFitEverywhere(page);
  await page.getByLabel("Why it is fine").fill("Botticelli painted her in 1485.");
  await page.getByRole("button", { name: "Appeal" }).click();
  await expect(page.getByText("A person will look at it.")).toBeVisible();

  const admin = await (await browser.newContext()).newPage();
  const demo = readDemo(process.env.MAQUETTE_TEST_HOME ?? "");
  await admin.goto("/signin?next=/admin/moderation");
  await admin.getByLabel("E-mail address").fill(demo?.admin.email ?? "");
  await admin.getByLabel("Password").fill(demo?.admin.password ?? "");
  await admin.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(admin.getByText(WORDS)).toBeVisible();
  await show(admin, "queue");
  await expectNoBarriers(admin);
  await admin.getByLabel("A note for the person").fill("A classic.");
  await admin.getByRole("button", { name: /^Allow: Message/ }).click();
  await expect(admin.getByText("Nothing waits")).toBeVisible();
  await admin.getByRole("link", { name: "Failed jobs" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Failed jobs" })).toBeVisible();
  await show(admin, "jobs");
  await expectNoBarriers(admin);

  await page.reload();
  await expect(page.getByText("Allowed after all. A classic.")).toBeVisible();
  await page.goto("/studio");
  await page.getByLabel("Describe a piece").fill(WORDS);
  await page.getByRole("button", { name: "Make it" }).click();
  await page.waitForURL(/\/studio\/[0-9a-f-]{36}/);
});

test("the administration is not there for others", async ({ page }) => {
  await signUp(page);
  for (const path of ["/admin/moderation", "/admin/jobs"]) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
});
