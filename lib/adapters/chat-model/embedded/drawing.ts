/** What to draw, at most four pictures: named views once each, or variations of one. */
export function drawing(views: readonly string[], count: number | null): Record<string, unknown> {
  const chosen = views.length > 0 ? views.slice(0, 4) : ["hero"];
  const most = Math.floor(4 / chosen.length);
  return { views: chosen, count: Math.min(most, Math.max(1, count ?? 1)) };
}

/** How many variations to draw: two to four, four when nobody said. */
export const varying = (count: number | null): Record<string, unknown> => ({
  count: Math.min(4, Math.max(2, count ?? 4)),
});
