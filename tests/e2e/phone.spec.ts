import { expect, test } from "@playwright/test";
import { expectNoBarriers } from "./barriers.ts";
import { modelReady, signUp, startWith } from "./person.ts";

test.describe.configure({ timeout: 180_000 });

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("fits a phone: chat and piece take turns, nothing runs over the edge", async ({ page }) => {
  await signUp(page);
  await startWith(page, "a solitaire in white gold, US 5, with a 5 mm round diamond");
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.getByRole("button", { name: "Piece", exact: true }).click({ timeout: 90_000 });
  await modelReady(page);
  await expect(page.getByLabel("Your message")).toBeHidden();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await expectNoBarriers(page);
  await page.getByRole("button", { name: "Chat", exact: true }).click();
  await expect(page.getByLabel("Your message")).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await expectNoBarriers(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoBarriers(page);
  for (const path of ["/", "/studio", "/designs"]) {
    await page.goto(path);
    expect(await overflow()).toBeLessThanOrEqual(0);
  }
});
