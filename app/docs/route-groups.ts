import type { DocumentedRoute } from "#lib/http/openapi/registry.ts";

export interface RouteGroup {
  tag: string;
  routes: DocumentedRoute[];
}

/** Routes by their first tag; the groups by name, the service's own last. */
export function groupByTag(routes: DocumentedRoute[]): RouteGroup[] {
  const groups = new Map<string, DocumentedRoute[]>();
  for (const route of routes) {
    const tag = route.openapi.tags[0] ?? "Other";
    groups.set(tag, [...(groups.get(tag) ?? []), route]);
  }
  const order = (tag: string) => (tag === "Service" ? "￿" : tag);
  return [...groups]
    .map(([tag, list]) => ({ tag, routes: list.sort(byPath) }))
    .sort((a, b) => order(a.tag).localeCompare(order(b.tag)));
}

function byPath(a: DocumentedRoute, b: DocumentedRoute): number {
  return a.openapi.path.localeCompare(b.openapi.path);
}

export const toAnchor = (tag: string) => tag.toLowerCase().replace(/[^a-z0-9]+/g, "-");
