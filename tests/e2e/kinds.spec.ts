import { expect, type Page, test } from "@playwright/test";
import { modelReady, signUp, startWith } from "./person.ts";

/** A sentence of each category beside the ring's, with a word its piece's description must have. */
const SENTENCES: readonly (readonly [category: string, sentence: string, words: RegExp])[] = [
  ["jewellery", "a pair of yellow gold hoop earrings, 2.5 cm across", /earrings|hoops/i],
  ["clothes", "a flared skirt in navy, 65 cm long", /skirt/i],
  ["figures", "a graduate figurine with the name Leo", /graduate/i],
];

test.describe.configure({ timeout: 660_000 });

for (const [category, sentence, words] of SENTENCES) {
  test(`leads from a sentence to ${category} with pictures and files`, async ({ page }) => {
    await signUp(page);
    await makes(page, sentence, words);
  });
}

async function makes(page: Page, sentence: string, words: RegExp): Promise<void> {
  await startWith(page, sentence);
  await modelReady(page);
  await expect(page.getByRole("complementary", { name: words })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Open picture/ }).first()).toBeVisible({
    timeout: 300_000,
  });
  await page.getByRole("tab", { name: "Files" }).click();
  await expect(page.getByRole("link", { name: /^Download/ }).first()).toBeVisible({
    timeout: 300_000,
  });
}
