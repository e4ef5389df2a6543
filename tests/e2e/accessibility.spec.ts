import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { modelReady, signUp, startWith } from "./person.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(", ")}`,
  );
  expect(found).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const path of ["/", "/signin", "/signup", "/reset", "/docs"]) {
      test(`${path} has no barriers`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole("heading").first()).toBeVisible();
        await expectNoViolations(page);
      });
    }

    test("the studio has no barriers", async ({ page }) => {
      test.setTimeout(420_000);
      await signUp(page);
      await expectNoViolations(page);
      await startWith(page, "a three-stone ring in yellow gold, US 6, with an emerald");
      await modelReady(page);
      await expectNoViolations(page);
      for (const tab of ["Numbers", "Rules", "History", "Files"]) {
        await page.getByRole("tab", { name: tab }).click();
        await expectNoViolations(page);
      }
      await page.goto("/designs");
      await expectNoViolations(page);
      await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
      await modelReady(page);
      await expectNoViolations(page);
      await page.goto("/profile");
      await expectNoViolations(page);
    });
  });
}
