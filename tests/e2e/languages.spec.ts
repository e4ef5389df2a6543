import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { readDemo } from "../../scripts/start/database.mjs";
import { modelReady, newPerson } from "./person.ts";

test.describe.configure({ timeout: 420_000 });

const PHONE = { width: 390, height: 844 };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
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

/** What a page has against people who do not see or point as most do, and whether it is wider than the screen. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const path = new URL(page.url()).pathname;
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map((n) => n.target).join(", ")}`),
    ...(over > 0 ? [`${path} is ${over} px too wide`] : []),
  ];
}

async function walk(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    faults.push(...(await faultsOf(page)));
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

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`on a phone, in German and ${colorScheme} colours`, () => {
    test.use({ locale: "de-DE", viewport: PHONE, colorScheme });

    test("no page has barriers or is too wide", async ({ page }) => {
      await signUpInGerman(page);
      expect(await walk(page, OWN_PAGES)).toEqual([]);
      await page.goto("/ateliers");
      await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
      await page.waitForURL(/\/ateliers\/[^/]{10,}/);
      expect(await faultsOf(page)).toEqual([]);
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
  });
}

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

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
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Merken" }).click();
    await page.getByLabel("Titel").fill("Frühling");
    await page.getByRole("button", { name: "Merken" }).click();
    await page.waitForURL(/\/collections\/[0-9a-f-]{36}/);
    await expect(page.getByRole("heading", { level: 1, name: "Frühling" })).toBeVisible();
    await page.getByRole("button", { name: "Link anlegen" }).click();
    const link = await page.getByRole("textbox", { name: "Teilen" }).inputValue();
    expect(await faultsOf(page)).toEqual([]);

    const { pathname } = new URL(link);
    const stranger = await browser.newContext({ locale: "vi-VN", viewport: PHONE });
    const theirs = await stranger.newPage();
    await theirs.goto(`${process.env.MAQUETTE_TEST_URL}${pathname}`);
    await expect(theirs.locator("html")).toHaveAttribute("lang", "vi");
    await expect(theirs.getByRole("heading", { level: 1, name: "Frühling" })).toBeVisible();
    await expect(theirs.getByText(/Khối lượng [\d.,]+ g/)).toBeVisible();
    expect(await faultsOf(theirs)).toEqual([]);

    await page.getByRole("button", { name: /Den Link bis .* beenden/ }).click();
    await expect(page.getByText("Niemand kann sie sehen: Es gibt keinen Link.")).toBeVisible();
    await theirs.reload();
    await expect(theirs.getByText("Liên kết này không cho thấy gì")).toBeVisible();
    await stranger.close();
  });
});
