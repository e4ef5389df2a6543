import { expect, type Page, test } from "@playwright/test";
import { expectNoBarriers } from "./barriers.ts";
import { modelReady, say, signUp, startWith } from "./person.ts";

test.describe.configure({ timeout: 240_000 });

const BAND = "a plain silver band, EU 54, 3 mm wide";

const talk = (page: Page) => page.getByRole("region", { name: "Conversation" });
const width = (page: Page) => page.getByRole("slider", { name: "Band width" });

/** Opens a menu and chooses in it. */
async function choose(page: Page, menu: RegExp, item: string): Promise<void> {
  await page.getByLabel(menu).first().click();
  await page.getByText(item, { exact: true }).click();
}

test("a message is edited and sent again, a version is shown again, a branch goes its own way, and all is deleted", async ({
  page,
}) => {
  await signUp(page);
  await startWith(page, BAND);
  await modelReady(page);
  await say(page, "band 5 mm");
  await expect(width(page)).toHaveValue("5", { timeout: 90_000 });

  await talk(page).getByText("band 5 mm", { exact: true }).hover();
  await talk(page).getByRole("button", { name: "Edit this message" }).last().click();
  await page.getByLabel("Edited message").fill("band 4 mm");
  await page.getByRole("button", { name: "Send again", exact: true }).click();
  await expect(width(page)).toHaveValue("4", { timeout: 90_000 });
  await expect(talk(page).getByText("band 5 mm", { exact: true })).toHaveCount(0);

  await talk(page).getByRole("button", { name: "Version before" }).click();
  await expect(talk(page).getByText("band 5 mm", { exact: true })).toBeVisible();
  await expect(width(page)).toHaveValue("5", { timeout: 90_000 });
  await expectNoBarriers(page);

  const first = page.url();
  await talk(page).getByRole("button", { name: "Go on from here in another" }).last().click();
  await page.waitForURL((url) => url.href !== first);
  await modelReady(page);
  await say(page, "band 7 mm");
  await expect(width(page)).toHaveValue("7", { timeout: 90_000 });
  await choose(page, /^What to do with/, "Rename");
  await page.getByLabel("Title").fill("For Mira");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("For Mira").filter({ visible: true }).first()).toBeVisible();
  await page.goto(first);
  await expect(width(page)).toHaveValue("5", { timeout: 90_000 });

  await page.goto("/conversations");
  await page.getByRole("searchbox").fill("mira");
  await page.getByRole("searchbox").press("Enter");
  const list = page.getByRole("main").getByRole("list");
  await expect(list.getByRole("link")).toHaveCount(1);
  await expectNoBarriers(page);
  await choose(page, /^What to do with/, "Delete");
  await expect(page.getByRole("dialog")).toContainText("6 messages");
  await expect(page.getByRole("dialog")).toContainText("1 design");
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await expect(list.getByRole("link")).toHaveCount(1);
  await page.goto(first);
  await expect(width(page)).toHaveValue("5", { timeout: 90_000 });
});
