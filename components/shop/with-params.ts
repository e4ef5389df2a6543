/** An address of the site with names set in its query. */
export function withParams(href: string, params: Record<string, string>): string {
  const [path, query = ""] = href.split("?");
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(params)) search.set(name, value);
  return `${path}?${search}`;
}
