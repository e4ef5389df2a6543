/** Places a document may name that exist only after a start or a command. */
const MADE_LATER =
  /^(\.maquette|\.next|out|node_modules|generated|public\/kernel|test-results|\.env)(\/|$)/;
const ROOT_FILE = /^[\w.-]+\.(md|json|ts|mjs|prisma)$/;
const PATH = /^[\w.@#()[\]-]+(\/[\w.@()[\]-]*)+$/;

export interface Reference {
  line: number;
  text: string;
}

function matches(document: string, pattern: RegExp): Reference[] {
  return [...document.matchAll(pattern)].map((match) => ({
    line: document.slice(0, match.index).split("\n").length,
    text: match[1] ?? "",
  }));
}

/** Files and folders a document names in backticks or links to. */
export function namedPaths(document: string): Reference[] {
  const quoted = matches(document, /`([^`\n]+)`/g);
  const linked = matches(document, /\]\(([^)#\s]+)\)/g);
  return [...quoted, ...linked].filter(
    ({ text }) => (ROOT_FILE.test(text) || PATH.test(text)) && !MADE_LATER.test(text),
  );
}

/** npm scripts a document tells the reader to run. */
export function namedCommands(document: string): Reference[] {
  return matches(document, /\bnpm (?:run )?((?<=run )[a-z][\w:-]*|test\b)/g);
}
