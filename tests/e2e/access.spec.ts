import { expect, test } from "@playwright/test";
import { modelReady, signUp, startWith } from "./person.ts";

test.describe.configure({ timeout: 180_000 });

test("leads a guest to the sign-in and back", async ({ page }) => {
  await page.goto("/designs");
  await expect(page).toHaveURL(/\/signin\?next=%2Fdesigns/);
});

test("hides conversations and designs from everyone else", async ({ page, browser }) => {
  await signUp(page);
  await startWith(page, "a plain silver band, US 9");
  await modelReady(page);
  const conversation = page.url();
  await page.goto("/designs");
  const design = await page.getByRole("main").getByRole("listitem").getByRole("link").first();
  const address = await design.getAttribute("href");

  const other = await (await browser.newContext()).newPage();
  await signUp(other);
  for (const path of [conversation, address ?? ""]) {
    const answer = await other.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(other.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  }
  await other.context().close();
});
