import type { Import } from "./scan.ts";
import { scanEnvironmentReads, scanImports } from "./scan.ts";

/** A line that breaks the one-way order of imports. */
export interface Breach {
  file: string;
  line: number;
  message: string;
}

interface Area {
  name: string;
  /** Path prefix; the first area that matches a file is its area. */
  prefix: string;
  /** Areas it may import beside itself. */
  may: readonly string[];
  /** Areas it may import types from. */
  mayTypes?: readonly string[];
  /** Runs in a browser or a worker too, so it may not import Node's modules. */
  pure?: boolean;
}

const CORE = ["shared", "kernel", "kinds"];
const SERVER = ["context", "db", "env", "log", "metrics", "generated"];

/** The order of DESIGN: `app → components, lib`, `inngest → lib`, `lib → kinds → kernel → shared`. */
export const AREAS: readonly Area[] = [
  {
    name: "the Inngest route",
    prefix: "app/api/inngest/",
    may: ["app", "inngest", "http", "nouns", "adapters", ...CORE, ...SERVER],
  },
  {
    name: "app",
    prefix: "app/",
    may: ["components", "http", "nouns", "adapters", "workshop", "i18n", ...CORE, ...SERVER],
  },
  {
    name: "components",
    prefix: "components/",
    may: ["i18n", ...CORE],
    mayTypes: ["nouns", "http"],
  },
  {
    name: "inngest",
    prefix: "inngest/",
    may: ["http", "nouns", "adapters", "workshop", ...CORE, ...SERVER],
  },
  { name: "kernel", prefix: "lib/kernel/", may: ["shared", "fonts"], pure: true },
  { name: "kinds", prefix: "lib/kinds/", may: ["kernel", "shared"], pure: true },
  { name: "shared", prefix: "lib/shared/", may: [], pure: true },
  { name: "adapters", prefix: "lib/adapters/", may: ["workshop", ...CORE, ...SERVER] },
  {
    name: "workshop",
    prefix: "lib/workshop/",
    may: ["env", "log", ...CORE],
    mayTypes: ["adapters"],
  },
  { name: "http", prefix: "lib/http/", may: ["nouns", "adapters", ...CORE, ...SERVER] },
  { name: "env", prefix: "lib/env.ts", may: [] },
  { name: "log", prefix: "lib/log.ts", may: ["env"] },
  { name: "metrics", prefix: "lib/metrics.ts", may: [] },
  { name: "db", prefix: "lib/db.ts", may: ["env", "generated"] },
  { name: "context", prefix: "lib/context.ts", may: ["shared"], mayTypes: ["adapters", "db"] },
  {
    name: "nouns",
    prefix: "lib/",
    may: ["adapters", "workshop", ...CORE, ...SERVER],
    mayTypes: ["http"],
  },
  { name: "i18n", prefix: "i18n/", may: ["http", "nouns", "messages", ...CORE, ...SERVER] },
  { name: "fonts", prefix: "generated/fonts/", may: [] },
  { name: "generated", prefix: "generated/", may: [] },
  { name: "messages", prefix: "messages/", may: [] },
];

/** Places that may read the environment: where it is parsed, and what runs before or around the app. */
const ENVIRONMENT_READERS =
  /^(lib\/env\.ts|instrumentation\.ts|[^/]+\.config\.ts|(scripts|bench|tests|prisma)\/)/;

function areaOf(path: string): Area | undefined {
  return AREAS.find((area) => path === area.prefix || path.startsWith(area.prefix));
}

/** Breaches of one file; files outside the areas (scripts, tests, bench) may import everything. */
export function checkFile(file: string, text: string): Breach[] {
  const area = areaOf(file);
  const breaches = area
    ? scanImports(file, text).flatMap((one) => checkImport(file, area, one))
    : [];
  if (ENVIRONMENT_READERS.test(file)) return breaches;
  const reads = scanEnvironmentReads(text).map((line) => ({
    file,
    line,
    message: "reads process.env: lib/env.ts is the one place that does",
  }));
  return [...breaches, ...reads];
}

function checkImport(file: string, area: Area, one: Import): Breach[] {
  const breach = (message: string) => [{ file, line: one.line, message }];
  if (area.pure && !one.typeOnly && one.specifier.startsWith("node:")) {
    return breach(`${area.name} also runs in a browser and may not import ${one.specifier}`);
  }
  if (one.target === null) return [];
  const target = areaOf(one.target);
  if (!target) return breach(`${area.name} may not import ${one.target}`);
  const allowed =
    target === area ||
    area.may.includes(target.name) ||
    (one.typeOnly && area.mayTypes?.includes(target.name));
  if (allowed) return [];
  return breach(`${area.name} may not import ${target.name} (${one.target})`);
}
