import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** WCAG 2.2, levels A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** What is looked for: everything, or what colours alone can break. */
type Rules = "all" | "colours";

interface Look {
  viewport: { width: number; height: number };
  colorScheme: "light" | "dark";
  /** Each width is looked at in full once; a second time only for what colours change. */
  rules: Rules;
}

export const ON_DESKTOP: readonly Look[] = [
  { viewport: DESKTOP, colorScheme: "light", rules: "all" },
  { viewport: DESKTOP, colorScheme: "dark", rules: "colours" },
];
const ON_PHONE: readonly Look[] = [
  { viewport: PHONE, colorScheme: "dark", rules: "all" },
  { viewport: PHONE, colorScheme: "light", rules: "colours" },
];
/** A wide screen in light and a phone in dark: for a page whose looks are those of others. */
export const TWO_LOOKS: readonly Look[] = [ON_DESKTOP[0]!, ON_PHONE[0]!];

/** What a page has against people who do not see or point as most do. Waits until the page has a title and a heading. */
export async function barriersOf(page: Page, rules: Rules = "all"): Promise<string[]> {
  await expect(page).toHaveTitle(/./);
  await expect(page.getByRole("heading").first()).toBeVisible();
  const axe = new AxeBuilder({ page });
  const chosen = rules === "all" ? axe.withTags(TAGS) : axe.withRules(["color-contrast"]);
  const { violations } = await chosen.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join()}`);
}

export async function expectNoBarriers(page: Page): Promise<void> {
  expect(await barriersOf(page)).toEqual([]);
}

interface Sight {
  /** By default a desktop and a phone, each in light and dark. */
  looks?: readonly Look[];
  /** Seen from its end, where a bar that sticks to the screen's foot lies over nothing. */
  atEnd?: boolean;
}

/** Barriers of a page in several looks, and where it is wider than the screen. It is left on a desktop, in light. */
export async function faultsOf(
  page: Page,
  { looks = [...ON_DESKTOP, ...ON_PHONE], atEnd = false }: Sight = {},
): Promise<string[]> {
  const { pathname } = new URL(page.url());
  const faults: string[] = [];
  for (const { viewport, colorScheme, rules } of looks) {
    await page.setViewportSize(viewport);
    // Without motion colours are there at once and not on their way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    if (atEnd) await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const found = await barriersOf(page, rules);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) found.push(`${over} px too wide`);
    const look = `${pathname} at ${viewport.width} px in ${colorScheme}`;
    faults.push(...found.map((fault) => `${look}: ${fault}`));
  }
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
  return faults;
}

/** Fails with the list of what stands in somebody's way, on a desktop or a phone, in light or dark. */
export async function expectFitEverywhere(page: Page, sight?: Sight): Promise<void> {
  expect(await faultsOf(page, sight)).toEqual([]);
}
