import type { CrossSection, Manifold, ManifoldToplevel } from "manifold-3d";

/** A closed solid in the memory of the kernel's WASM module; it lives as long as its scope. */
export type Solid = Manifold;

/** A set of closed outlines in the plane, likewise. */
export type Outline = CrossSection;

type Tracked = Manifold | CrossSection;

/** Methods whose result is a new object in WASM memory (manifold-3d 3.5.4). */
const MAKERS = {
  solidStatics:
    "cube cylinder sphere tetrahedron extrude revolve compose union difference intersection levelSet smooth ofMesh hull",
  solidMethods:
    "add subtract intersect decompose warp warpBatch transform translate rotate scale mirror calculateCurvature " +
    "calculateNormals smoothByNormals smoothOut refine refineToLength refineToTolerance setProperties setTolerance " +
    "simplify asOriginal trimByPlane split splitByPlane slice project hull minkowskiSum minkowskiDifference",
  outlineStatics: "square circle union difference intersection compose ofPolygons hull",
  outlineMethods:
    "add subtract intersect decompose warp transform translate rotate scale mirror simplify offset hull extrude revolve",
};

function isTracked(value: unknown): value is Tracked {
  return typeof value === "object" && value !== null && "delete" in value && "isDeleted" in value;
}

function trackedIn(value: unknown): Tracked[] {
  if (Array.isArray(value)) return value.filter(isTracked);
  return isTracked(value) ? [value] : [];
}

/**
 * Frees WASM objects, which no garbage collector does: everything made while `run` works is deleted
 * when it ends or throws. What `run` itself returns (a solid or a list of them) passes to the scope around.
 */
export class Scopes {
  private readonly open: Set<Tracked>[] = [];

  track<T>(value: T): T {
    const scope = this.open.at(-1);
    if (scope) for (const item of trackedIn(value)) scope.add(item);
    return value;
  }

  run<T>(work: () => T): T {
    const scope = new Set<Tracked>();
    this.open.push(scope);
    let result: T | undefined;
    try {
      result = work();
      return result;
    } finally {
      this.open.pop();
      const around = this.open.at(-1);
      for (const item of around ? trackedIn(result) : []) {
        scope.delete(item);
        around?.add(item);
      }
      for (const item of scope) free(item);
    }
  }
}

function free(item: Tracked): void {
  const handle = item as Tracked & { isDeleted(): boolean };
  if (!handle.isDeleted()) handle.delete();
}

type Callable = (this: unknown, ...args: unknown[]) => unknown;

function watch(target: object, names: string, scopes: Scopes): void {
  const record = target as Record<string, Callable | undefined>;
  for (const name of names.split(" ")) {
    const original = record[name];
    if (!original) continue;
    record[name] = function (...args) {
      return scopes.track(original.apply(this, args));
    };
  }
}

function watchConstructor<T extends object>(target: T, scopes: Scopes): T {
  return new Proxy(target, {
    construct(original, args, newTarget) {
      return scopes.track(Reflect.construct(original as never, args, newTarget as never));
    },
  });
}

/** The prototype instances really have: the module hides it behind another one. */
function prototypeOf(probe: Tracked): object {
  const prototype: object = Object.getPrototypeOf(probe);
  free(probe);
  return prototype;
}

/** The module whose constructors, statics and methods report every new object to `scopes`. */
export function watchModule(module: ManifoldToplevel, scopes: Scopes): ManifoldToplevel {
  watch(module.Manifold, MAKERS.solidStatics, scopes);
  watch(prototypeOf(module.Manifold.tetrahedron()), MAKERS.solidMethods, scopes);
  watch(module.CrossSection, MAKERS.outlineStatics, scopes);
  watch(prototypeOf(module.CrossSection.square(1)), MAKERS.outlineMethods, scopes);
  return {
    ...module,
    Manifold: watchConstructor(module.Manifold, scopes),
    CrossSection: watchConstructor(module.CrossSection, scopes),
  };
}
