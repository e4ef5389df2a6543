interface LockedPackage {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

/** What is wrong with a lock file; empty when it serves every registry and every platform. */
export function lockFileFaults(packages: Record<string, LockedPackage>): string[] {
  const resolved = Object.entries(packages)
    .filter(([, entry]) => entry.resolved !== undefined)
    .map(([name]) => `${name} names a registry ("resolved")`);
  return [
    ...resolved,
    ...Object.entries(packages).flatMap(([name, entry]) => missing(packages, name, entry)),
  ];
}

/**
 * Platform packages that npm left out because the registry at hand had none: `npm ci` would refuse
 * the lock file elsewhere.
 */
function missing(
  packages: Record<string, LockedPackage>,
  name: string,
  entry: LockedPackage,
): string[] {
  return Object.keys(entry.optionalDependencies ?? {})
    .filter((wanted) => !placesOf(name, wanted).some((place) => packages[place]))
    .map((wanted) => `${wanted}, optional for ${name || "this project"}, is not in it`);
}

/** Where a package's dependency may lie, nearest first. */
function placesOf(name: string, wanted: string): string[] {
  const places = [`node_modules/${wanted}`];
  for (let at = name; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    places.unshift(`${at}/node_modules/${wanted}`);
  }
  return places;
}
