import { expect, test } from "@playwright/test";
import { signUp, startWith } from "./person.ts";

test.describe.configure({ timeout: 180_000 });

test.beforeEach(async ({ page }) => {
  await signUp(page);
  await startWith(page, "a plain platinum band, EU 54");
  await expect(page.getByRole("slider", { name: "Band width" })).toBeVisible({ timeout: 90_000 });
});

test("lays an edit over a change made in another tab: both are kept", async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  const thickness = other.getByRole("slider", { name: "Band thickness" });
  await expect(thickness).toBeVisible();

  const width = page.getByRole("slider", { name: "Band width" });
  await width.press("ArrowRight");
  const widthNow = await width.inputValue();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 60_000 });
  await thickness.press("ArrowRight");
  const thicknessNow = await thickness.inputValue();
  await expect(other.getByText("Saved", { exact: true })).toBeVisible({ timeout: 60_000 });

  await other.reload();
  await expect(other.getByRole("slider", { name: "Band width" })).toHaveValue(widthNow);
  await expect(other.getByRole("slider", { name: "Band thickness" })).toHaveValue(thicknessNow);
});

test("keeps an edit that was not saved through a reload", async ({ page }) => {
  const width = page.getByRole("slider", { name: "Band width" });
  await width.press("ArrowRight");
  await width.press("ArrowRight");
  const value = await width.inputValue();
  await page.reload();
  await expect(page.getByRole("slider", { name: "Band width" })).toHaveValue(value, {
    timeout: 60_000,
  });
  await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 60_000 });
});

test("moves the piece back to an older revision from its history", async ({ page }) => {
  const width = page.getByRole("slider", { name: "Band width" });
  const before = await width.inputValue();
  await width.press("ArrowRight");
  await page.getByRole("tab", { name: "History" }).click();
  await page.getByRole("button", { name: "Go back to 1" }).click({ timeout: 60_000 });
  await page.getByRole("tab", { name: "Shape" }).click();
  await expect(width).toHaveValue(before, { timeout: 60_000 });
});
