import { test } from "@playwright/test";
import { expectFitEverywhere, ON_DESKTOP, TWO_LOOKS } from "./barriers.ts";
import { modelReady, signUp, startWith } from "./person.ts";

const DESKTOP = { looks: ON_DESKTOP };

const OPEN_PAGES = [
  ...["/", "/signin", "/signup", "/reset", "/docs", "/ateliers"],
  ...["/confirm?token=gone", "/reset/gone", "/c/gone", "/no-such-page"],
];

for (const path of OPEN_PAGES) {
  test(`${path} has no barriers`, async ({ page }) => {
    await page.goto(path);
    await expectFitEverywhere(page, { looks: TWO_LOOKS });
  });
}

test("the studio has no barriers", async ({ page }) => {
  test.setTimeout(420_000);
  await signUp(page);
  await expectFitEverywhere(page, DESKTOP);
  await startWith(page, "a three-stone ring in yellow gold, US 6, with an emerald");
  await modelReady(page);
  await expectFitEverywhere(page, DESKTOP);
  for (const tab of ["Numbers", "Rules", "History", "Files"]) {
    await page.getByRole("tab", { name: tab }).click();
    await expectFitEverywhere(page, DESKTOP);
  }
  await page.goto("/designs");
  await expectFitEverywhere(page, DESKTOP);
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await modelReady(page);
  await expectFitEverywhere(page, DESKTOP);
});
