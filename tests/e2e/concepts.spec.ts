import { expect, type Page, test } from "@playwright/test";
import { awake } from "./awake.ts";
import { expectFitEverywhere } from "./barriers.ts";
import { signUp } from "./person.ts";

test.describe.configure({ timeout: 240_000 });

/** A halo ring of the person's, and its concepts page. */
async function openConcepts(page: Page): Promise<void> {
  const spec = {
    style: "halo",
    stone: "sapphire",
    stone_length_mm: 8,
    stone_width_mm: 6,
    cut: "oval",
  };
  const made = await page.request.post("/api/v1/designs", { data: { kind: "ring", spec } });
  const { id } = await made.json();
  await expect
    .poll(
      async () =>
        (await (await page.request.get(`/api/v1/designs/${id}`)).json()).revision.pictures.length,
      {
        timeout: 120_000,
      },
    )
    .toBeGreaterThan(0);
  await page.goto(`/designs/${id}/concepts`);
  await expect(page.getByRole("heading", { level: 1, name: /^Concepts/ })).toBeVisible();
}

test("repaints the stone under a drawn mask, compares it with the piece, and uses it", async ({
  page,
}) => {
  await signUp(page);
  await openConcepts(page);
  await (await awake(page.getByRole("button", { name: "Repaint a part" }))).click();

  const board = page.getByRole("application", { name: "Mask over the picture" });
  const undo = page.getByRole("button", { name: "Undo" });
  await page.getByRole("button", { name: "Lasso" }).click();
  const box = (await board.boundingBox())!;
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  // Around the stone, which the main view shows in the upper middle.
  await page.mouse.move(...at(0.38, 0.1));
  await page.mouse.down();
  for (const [x, y] of [
    [0.6, 0.1],
    [0.6, 0.27],
    [0.38, 0.27],
    [0.38, 0.1],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 4 });
  await page.mouse.up();
  await undo.click();
  await expect(undo).toBeDisabled();
  await page.getByRole("button", { name: "Redo" }).click();
  await board.focus();
  await page.keyboard.press("+");
  await expect(page.getByText("150 %")).toBeVisible();
  await page.getByLabel("What shall it become?").fill("an emerald");
  await page.getByRole("dialog").getByRole("button", { name: "Repaint" }).click();

  const detail = page.getByRole("region", { name: "Repaint 1" });
  await expect(detail.getByText("Centre stone: Sapphire → Emerald.")).toBeVisible({
    timeout: 120_000,
  });
  await expect(detail.getByText("Drawn of real numbers")).toBeVisible();

  await page.getByRole("button", { name: "Compare with The piece as it is" }).click();
  const slider = page.getByRole("slider", { name: "How much of the first is seen, percent" });
  await slider.press("End");
  await expect(slider).toHaveValue("100");
  await page.getByRole("button", { name: "Side by side" }).click();
  const compared = page.getByRole("region", { name: "Two pictures compared" });
  await expect(compared.getByRole("img")).toHaveCount(2);
  await expectFitEverywhere(page);

  await page.getByRole("button", { name: "Favourite: Repaint 1" }).click();
  await page.getByRole("checkbox", { name: "Favourites" }).check();
  await expect(page.getByRole("button", { name: "Show Repaint 1" })).toBeVisible();
  await detail.getByRole("button", { name: "Use this" }).click();
  await expect(detail.getByText("In use")).toBeVisible({ timeout: 60_000 });
});
