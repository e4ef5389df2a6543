import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signUp, startWith } from "./person.ts";

test.describe.configure({ timeout: 240_000 });

test("a ring leads to products like it, narrowed, explained and steered, and on to the makers", async ({
  page,
}) => {
  await signUp(page);
  await startWith(page, "a plain rose gold ring, EU 54");
  await expect(page.getByRole("button", { name: /^Open picture/ }).first()).toBeVisible({
    timeout: 120_000,
  });
  await page.getByRole("link", { name: "Find similar" }).first().click();
  await page.waitForURL(/\/shop\?design=/);

  const results = page.getByRole("region", { name: /products?$/ });
  const cards = results.getByRole("article");
  await expect(cards.first()).toBeVisible({ timeout: 60_000 });

  await page
    .getByLabel(/^Price in .*, To$/)
    .last()
    .fill("2000");
  await page.getByRole("button", { name: "Apply" }).last().click();
  await page.waitForURL(/max=2000/);
  const first = cards.first();
  await expect(first.getByText(/within €2,000\.00/)).toBeVisible();
  for (const term of ["Likeness", "Price", "Brand", "Availability"]) {
    await expect(first.getByText(term, { exact: true })).toBeVisible();
  }
  const broken = await new AxeBuilder({ page }).include("main").analyze();
  expect(broken.violations).toEqual([]);

  const unwanted = await first.getByRole("link").first().getAttribute("href");
  await first.getByRole("button", { name: "Less like this" }).click();
  await page.waitForURL(/less=/);
  await expect(page.getByText("You steered this list.")).toBeVisible();
  await expect(results.locator(`a[href="${unwanted}"]`)).toHaveCount(0);

  await page.getByRole("main").getByRole("link", { name: "Have it made" }).first().click();
  await page.waitForURL(/\/designs\/[0-9a-f-]{36}\/make/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("words, a part of a picture and a product's own page", async ({ page }) => {
  await signUp(page);
  await page.goto("/shop");
  await page.getByLabel("Words").fill("gold ring under 2000 EUR");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.waitForURL(/q=gold/);
  const product = page.getByRole("article").first();
  const save = product.getByRole("button", { name: /^Save / });
  await save.click();
  await expect(product.getByRole("button", { name: /out of your saved/ })).toBeVisible();
  await product.getByRole("link").first().click();
  await page.waitForURL(/\/shop\/[0-9a-f-]{36}/);
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  await expect(page.getByRole("heading", { name: "Looks like it" })).toBeVisible();

  await page.getByRole("link", { name: "All that look like it" }).click();
  await page.getByRole("button", { name: "Choose a part" }).click();
  await page.getByRole("slider", { name: "Left edge" }).fill("0.2");
  await page.getByRole("button", { name: "Search with this part" }).click();
  await page.waitForURL(/crop=0\.200/);
  await expect(page.getByRole("article").first()).toBeVisible();

  await page.getByRole("main").getByRole("link", { name: "Saved" }).click();
  await expect(page.getByText(title ?? "").first()).toBeVisible();
});
