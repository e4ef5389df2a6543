import { expect, type Page, test } from "@playwright/test";
import { modelReady, signUp, startWith } from "./person.ts";

/** Three sentences of each of three categories, with a word its piece's description must have. */
const SENTENCES: readonly (readonly [
  category: string,
  rows: readonly (readonly [string, RegExp])[],
])[] = [
  [
    "jewellery",
    [
      ["a plain silver ring, 3 mm wide, EU 54", /ring/i],
      ["a white gold pendant with a 6 mm round ruby", /pendant/i],
      ["a pair of yellow gold hoop earrings, 2.5 cm across", /earrings|hoops/i],
    ],
  ],
  [
    "clothes",
    [
      ["a knee length red dress with short sleeves, size 38", /dress/i],
      ["a flared skirt in navy, 65 cm long", /skirt/i],
      ["wide trousers in black wool, EU 40", /trousers/i],
    ],
  ],
  [
    "figures",
    [
      ["a superhero figurine, 75 mm tall", /superhero/i],
      ["a graduate figurine with the name Leo", /Leo/],
      ["a bride figurine, 4 inches tall", /bride/i],
    ],
  ],
];

test.describe.configure({ timeout: 600_000 });

for (const [category, rows] of SENTENCES) {
  test(`leads from three sentences to ${category} with pictures and files`, async ({ page }) => {
    await signUp(page);
    for (const [sentence, words] of rows) await makes(page, sentence, words);
  });
}

async function makes(page: Page, sentence: string, words: RegExp): Promise<void> {
  await startWith(page, sentence);
  await modelReady(page);
  await expect(page.getByRole("complementary", { name: words })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Open picture/ }).first()).toBeVisible({
    timeout: 180_000,
  });
  await page.getByRole("tab", { name: "Files" }).click();
  await expect(page.getByRole("link", { name: /^Download/ }).first()).toBeVisible({
    timeout: 180_000,
  });
}
