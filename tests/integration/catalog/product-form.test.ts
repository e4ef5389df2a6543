import "../http/environment.ts";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { encodeSession, sessionCookieName } from "#lib/accounts/session.ts";
import { saveProductAction } from "../../../app/(studio)/shop/admin/products/actions.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { db } from "../http/environment.ts";

const request = vi.hoisted(() => ({ cookie: "", renewed: [] as string[] }));

// The framework's own surroundings of an action: the request's headers, and pages it keeps.
vi.mock("next/headers.js", () => ({
  headers: async () => new Headers({ "accept-language": "en" }),
  cookies: async () => ({ get: () => undefined, toString: () => request.cookie }),
}));
vi.mock("next/cache", () => ({ revalidatePath: (path: string) => request.renewed.push(path) }));

let people: Record<"admin" | "customer", Person>;
beforeAll(async () => {
  people = { admin: await makePerson("admin"), customer: await makePerson() };
});
beforeEach(() => {
  request.cookie = "";
  request.renewed = [];
});

async function signInAs({ userId }: Person): Promise<void> {
  const secret = process.env.NEXTAUTH_SECRET!;
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  request.cookie = `${sessionCookieName(false)}=${await encodeSession(user, { secret })}`;
}

const FIELDS = {
  ...{ sku: "form-1", catalog: "by-hand", title: "Halo ring", brand: "Aurum" },
  ...{ category: "Rings", kind: "ring", price: "1249,50", currency: "eur" },
  ...{ availability: "in_stock", sizes: "52, 54", colours: "18k rose gold", material: "gold" },
  ...{ productUrl: "https://shop.example/halo", description: "" },
  pictures: "/catalog/ring-001.webp\nhttps://shop.example/halo.jpg",
};

function form(changes: Record<string, string> = {}): FormData {
  const filled = new FormData();
  for (const [name, value] of Object.entries({ ...FIELDS, ...changes })) filled.set(name, value);
  return filled;
}

/** Where the action sends the person; fails when it answers instead. */
async function leadsTo(call: Promise<unknown>): Promise<string> {
  const outcome = await call.then(
    (answer) => Promise.reject(new Error(`answered ${JSON.stringify(answer)}`)),
    (error: { digest?: string }) => error.digest ?? Promise.reject(error),
  );
  return outcome.split(";")[2]!;
}

const stored = (sku = FIELDS.sku) =>
  db.product.findFirst({
    where: { sku },
    select: {
      ...{ id: true, title: true, priceMinor: true, currency: true, category: true },
      ...{ sizes: true, catalog: { select: { slug: true } } },
      pictures: { orderBy: { position: "asc" }, select: { publicPath: true, sourceUrl: true } },
    },
  });

test("an admin adds a product as it is typed, and changes it under its own SKU", async () => {
  await signInAs(people.admin);
  const page = await leadsTo(saveProductAction(form()));
  const product = (await stored())!;
  expect(page).toBe(`/shop/${product.id}`);
  expect(product).toMatchObject({
    ...{ title: "Halo ring", priceMinor: 124_950, currency: "EUR", category: "rings" },
    ...{ sizes: ["52", "54"], catalog: { slug: "by-hand" } },
    pictures: [
      { publicPath: "/catalog/ring-001.webp", sourceUrl: null },
      { publicPath: null, sourceUrl: "https://shop.example/halo.jpg" },
    ],
  });
  const changed = { productId: product.id, sku: "other", title: "Halo", price: "999" };
  expect(await leadsTo(saveProductAction(null, form(changed)))).toBe(page);
  expect(await stored()).toMatchObject({ id: product.id, title: "Halo", priceMinor: 99_900 });
  expect(await stored("other")).toBeNull();
  expect(request.renewed).toEqual(["/shop", "/shop"]);
});

test.each([
  [{ title: " " }, "title"],
  [{ price: "a lot" }, "priceMinor"],
  [{ price: "-1" }, "priceMinor"],
  [{ kind: "spoon" }, "kind"],
  [{ availability: "maybe" }, "availability"],
  [{ catalog: "By Hand!" }, "catalog"],
  [{ productUrl: "javascript:alert(1)" }, "productUrl"],
  [{ pictures: "ftp://shop.example/a.jpg" }, "pictures.0.sourceUrl"],
])("%j is refused at its field, and what was typed is kept", async (changes, field) => {
  await signInAs(people.admin);
  const answer = await saveProductAction(form({ ...changes, sku: "refused" }));
  expect(answer).toMatchObject({
    ok: false,
    error: { code: "invalid_input", fieldErrors: { [field]: expect.any(String) } },
    values: { brand: "Aurum", sku: "refused", ...changes },
  });
  expect(await stored("refused")).toBeNull();
});

test("a currency without a rate is refused, and no catalogue is begun for it", async () => {
  await signInAs(people.admin);
  const answer = await saveProductAction(form({ sku: "x", catalog: "unbegun", currency: "XTS" }));
  expect(answer).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  expect(await db.catalog.count({ where: { slug: "unbegun" } })).toBe(0);
});

test("a product that is not there is not made by changing it", async () => {
  await signInAs(people.admin);
  const answer = await saveProductAction(form({ sku: "ghost", productId: "nobody-knows" }));
  expect(answer).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect(await stored("ghost")).toBeNull();
});

test("nobody but an admin saves a product", async () => {
  const filled = () => form({ sku: "foreign" });
  const asGuest = await saveProductAction(filled());
  await signInAs(people.customer);
  const asCustomer = await saveProductAction(filled());
  expect([asGuest, asCustomer]).toMatchObject([
    { ok: false, error: { code: "unauthenticated" } },
    { ok: false, error: { code: "forbidden" } },
  ]);
  expect(await stored("foreign")).toBeNull();
});
