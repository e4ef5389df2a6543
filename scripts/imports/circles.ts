/** Files by the files they import. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

interface Visit {
  order: number;
  /** The earliest visit that can be reached from here through files still open. */
  reaches: number;
}

/** Files that import each other in a loop, types included: each loop sorted by path (strongly connected parts, Tarjan 1972). */
export function findCircles(graph: ImportGraph): string[][] {
  const visits = new Map<string, Visit>();
  const open: string[] = [];
  const circles: string[][] = [];

  const visit = (file: string): Visit => {
    const own = { order: visits.size, reaches: visits.size };
    visits.set(file, own);
    open.push(file);
    for (const target of graph.get(file) ?? []) {
      const seen = visits.get(target);
      if (!seen) own.reaches = Math.min(own.reaches, visit(target).reaches);
      else if (open.includes(target)) own.reaches = Math.min(own.reaches, seen.order);
    }
    if (own.reaches === own.order) {
      const closed = open.splice(open.indexOf(file));
      if (closed.length > 1) circles.push(closed.sort());
    }
    return own;
  };
  for (const file of graph.keys()) if (!visits.has(file)) visit(file);
  return circles;
}
