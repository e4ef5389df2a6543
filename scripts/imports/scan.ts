import path from "node:path";

/** One import of a source file. */
export interface Import {
  /** As written. */
  specifier: string;
  /** Path inside the repository; null for a package or a Node module. */
  target: string | null;
  /** Erased by the compiler: it ties types together, not code. */
  typeOnly: boolean;
  line: number;
}

const STATEMENT =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[\w*\s{},$]*?\sfrom\s*)?["']([^"']+)["']/gm;
const CALL = /\b(?:import|require|createRequire\([^)]*\))\s*\(\s*["']([^"']+)["']/g;
const WORKER = /new URL\(\s*["'](\.[^"']+)["']\s*,\s*import\.meta\.url/g;

/** Every import of a file: static, re-exported, dynamic, and workers found by `new URL`. */
export function scanImports(file: string, text: string): Import[] {
  const code = blankComments(text);
  const found = (pattern: RegExp, group: number, typeOnly: (match: RegExpExecArray) => boolean) =>
    [...code.matchAll(pattern)].map((match) => {
      const specifier = match[group] ?? "";
      return {
        specifier,
        target: resolveTarget(file, specifier),
        typeOnly: typeOnly(match as RegExpExecArray),
        line: code.slice(0, match.index).split("\n").length,
      };
    });
  return [
    ...found(STATEMENT, 2, (match) => match[1] !== undefined),
    ...found(CALL, 1, () => false),
    ...found(WORKER, 1, () => false),
  ];
}

/** `process.env` but for the two names that the bundler replaces by constants. */
const ENVIRONMENT_READ =
  /\bprocess\s*\.\s*env\b(?!\.(?:NODE_ENV|NEXT_RUNTIME)\b)|\benv\b[^;\n]*from "node:process"/g;

/** Lines that read the environment. */
export function scanEnvironmentReads(text: string): number[] {
  return [...blankComments(text).matchAll(ENVIRONMENT_READ)].map(
    (match) => text.slice(0, match.index).split("\n").length,
  );
}

/** Comments become spaces, so that positions stay. Strings may hold `//` (addresses): those after a quote or colon stay. */
function blankComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, " ");
  return text
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/(^|[\s;{}])\/\/[^\n]*/g, (comment) => blank(comment));
}

function resolveTarget(file: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(file), specifier);
  return null;
}
