/** Who a page is for. */
export type Audience = "all" | "person" | "atelier" | "admin";

export interface Place {
  href: string;
  /** Its text: a key of `site.nav`. */
  key: string;
  audience: Audience;
}

/** What people come for, in the order in which an idea becomes an object. */
export const MAIN_PLACES: readonly Place[] = [
  { href: "/studio", key: "studio", audience: "all" },
  { href: "/designs", key: "designs", audience: "person" },
  { href: "/batches", key: "batches", audience: "person" },
  { href: "/figurines", key: "figurines", audience: "person" },
  { href: "/shop", key: "shop", audience: "person" },
  { href: "/ateliers", key: "ateliers", audience: "all" },
];

/** What belongs to the person: the menu under their name. */
export const OWN_PLACES: readonly Place[] = [
  { href: "/profile", key: "profile", audience: "person" },
  { href: "/collections", key: "collections", audience: "person" },
  { href: "/usage", key: "usage", audience: "person" },
  { href: "/quotes", key: "quotes", audience: "person" },
  { href: "/orders", key: "orders", audience: "person" },
  { href: "/desk", key: "desk", audience: "atelier" },
];

/** For programs and for who keeps the place running. */
export const FURTHER_PLACES: readonly Place[] = [
  { href: "/docs", key: "docs", audience: "all" },
  { href: "/shop/admin", key: "catalogue", audience: "admin" },
  { href: "/admin/ateliers", key: "approval", audience: "admin" },
  { href: "/admin/disputes", key: "disputes", audience: "admin" },
  { href: "/admin/moderation", key: "moderation", audience: "admin" },
  { href: "/admin/jobs", key: "failedJobs", audience: "admin" },
];

/** Those of the places that are for someone with this role; null is a guest. */
export const placesFor = (
  places: readonly Place[],
  role: "user" | "atelier" | "admin" | null,
): Place[] =>
  places.filter(
    ({ audience }) =>
      audience === "all" || (role !== null && (audience === "person" || audience === role)),
  );
