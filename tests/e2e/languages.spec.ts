import { expect, type Page, test } from "@playwright/test";
import { readDemo } from "../../scripts/start/database.mjs";
import { expectFitEverywhere, faultsOf, TWO_LOOKS } from "./barriers.ts";
import { modelReady, newPerson } from "./person.ts";

test.describe.configure({ timeout: 420_000 });

const PHONE = { width: 390, height: 844 };
/** Pages of a person that need nothing to be there. */
const OWN_PAGES = [
  ...["/studio", "/conversations", "/designs", "/batches", "/batches/new", "/figurines"],
  ...["/figurines/new", "/shop", "/shop/saved", "/ateliers", "/ateliers/join", "/quotes"],
  ...["/orders", "/notices", "/collections", "/usage", "/profile", "/moderation", "/outbox"],
  ...["/docs", "/"],
];
const ADMIN_PAGES = [
  ...["/admin/ateliers", "/admin/disputes", "/admin/moderation", "/admin/jobs", "/shop/admin"],
  "/shop/admin/products/new",
];

/** What is wrong with these pages on a desktop in light, and on a phone in dark. */
async function walk(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    faults.push(...(await faultsOf(page, { looks: TWO_LOOKS })));
  }
  return faults;
}

async function signUpInGerman(page: Page): Promise<void> {
  const { email, password } = newPerson();
  await page.goto("/signup");
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Konto anlegen" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/signup"));
}

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("no page has barriers or is too wide", async ({ page }) => {
    await signUpInGerman(page);
    expect(await walk(page, OWN_PAGES)).toEqual([]);
    await page.goto("/ateliers");
    await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await page.waitForURL(/\/ateliers\/[^/]{10,}/);
    await expectFitEverywhere(page);
    await page.goto("/shop");
    await page.getByRole("article").getByRole("link").first().click();
    await page.waitForURL(/\/shop\/[0-9a-f-]{36}/);
    await expectFitEverywhere(page);
  });

  test("no page of who keeps the place running has", async ({ page }) => {
    const demo = readDemo(process.env.MAQUETTE_TEST_HOME ?? "");
    await page.goto("/signin");
    await page.getByLabel("E-Mail-Adresse").fill(demo?.admin.email ?? "");
    await page.getByLabel("Passwort").fill(demo?.admin.password ?? "");
    await page.getByRole("main").getByRole("button", { name: "Anmelden" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/signin"));
    expect(await walk(page, ADMIN_PAGES)).toEqual([]);
  });

  test("a ring is said, changed, saved and shown to somebody who reads Vietnamese", async ({
    page,
    browser,
  }) => {
    await signUpInGerman(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await page.goto("/studio");
    await page
      .getByLabel("Beschreibe ein Stück")
      .fill("ein Ring aus Roségold, Größe 54, mit einem ovalen Saphir 7 x 5 mm");
    await page.getByRole("button", { name: "Machen" }).click();
    await page.waitForURL(/\/studio\/[0-9a-f-]{36}/);
    await expect(page.getByText(/Roségold 18K, .*EUR/).first()).toBeVisible({ timeout: 60_000 });
    await modelReady(page);
    await page.getByLabel("Deine Nachricht", { exact: true }).fill("etwas breiter");
    await expect(page.getByRole("button", { name: "Senden", exact: true })).toBeEnabled({
      timeout: 60_000,
    });
    await page.getByLabel("Deine Nachricht", { exact: true }).press("Enter");
    await expect(page.getByText(/Bandbreite 2,?\.?4 mm → 2,?\.?6 mm/).first()).toBeVisible({
      timeout: 60_000,
    });

    await page.goto("/designs");
    await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await modelReady(page);
    await page.getByRole("link", { name: "Merken" }).click();
    await expect(page.getByRole("button", { name: "Merken" })).toBeVisible();
    await expectFitEverywhere(page);
    await page.getByLabel("Titel").fill("Frühling");
    await page.getByRole("button", { name: "Merken" }).click();
    await page.waitForURL(/\/collections\/[0-9a-f-]{36}/);
    await expect(page.getByRole("heading", { level: 1, name: "Frühling" })).toBeVisible();
    await page.getByRole("button", { name: "Link anlegen" }).click();
    const link = await page.getByRole("textbox", { name: "Teilen" }).inputValue();
    await expectFitEverywhere(page);

    const { pathname } = new URL(link);
    const stranger = await browser.newContext({ locale: "vi-VN", viewport: PHONE });
    const theirs = await stranger.newPage();
    await theirs.goto(`${process.env.MAQUETTE_TEST_URL}${pathname}`);
    await expect(theirs.locator("html")).toHaveAttribute("lang", "vi");
    await expect(theirs.getByRole("heading", { level: 1, name: "Frühling" })).toBeVisible();
    await expect(theirs.getByText(/Khối lượng [\d.,]+ g/)).toBeVisible();
    await expectFitEverywhere(theirs);

    await page.getByRole("button", { name: /Den Link bis .* beenden/ }).click();
    await expect(page.getByText("Niemand kann sie sehen: Es gibt keinen Link.")).toBeVisible();
    await theirs.reload();
    await expect(theirs.getByText("Liên kết này không cho thấy gì")).toBeVisible();
    await stranger.close();
  });
});
