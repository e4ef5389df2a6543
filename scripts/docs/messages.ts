/** Texts of one area as they stand in a file: nested keys, a text at each end. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** Ends of the tree by their dotted keys. */
function textsOf(texts: Texts, before = ""): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${before}${key}`, value] as [string, string]]
      : textsOf(value, `${before}${key}.`),
  );
}

const ARGUMENT = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*,?)?/;
const FORM = /^\s*(?:offset:\d+\s*)?(?:=\d+|\w+)\s*\{/;

/** What is filled into a text, and the tags around its words: `count`, `<link>`. */
export function placeholders(text: string): string[] {
  const plain = text.replace(/'[{}]'/g, "");
  const names = new Set([...plain.matchAll(/<\w+>/g)].map(([tag]) => tag));
  takeArguments(plain, names);
  return [...names].toSorted();
}

/** Takes the names of a message's arguments, of their forms too; answers what follows its closing brace. */
function takeArguments(message: string, names: Set<string>): string {
  let rest = message;
  for (;;) {
    const at = rest.search(/[{}]/);
    if (at < 0) return "";
    if (rest[at] === "}") return rest.slice(at + 1);
    const [written = "{", name, type] = ARGUMENT.exec(rest.slice(at)) ?? [];
    if (name) names.add(name);
    rest = rest.slice(at + written.length);
    const hasForms = type === "plural" || type === "select" || type === "selectordinal";
    for (let form = hasForms && FORM.exec(rest); form; form = FORM.exec(rest)) {
      rest = takeArguments(rest.slice(form[0].length), names);
    }
    rest = rest.slice(rest.indexOf("}") + 1);
  }
}

/** How an area of a language differs from the English one: keys too few or too many, other placeholders, empty texts. */
export function faultsOfTexts(english: Texts, other: Texts): string[] {
  const wanted = new Map(textsOf(english));
  const given = new Map(textsOf(other));
  const missing = [...wanted.keys()].filter((key) => !given.has(key)).map((key) => `lacks ${key}`);
  const extra = [...given.keys()]
    .filter((key) => !wanted.has(key))
    .map((key) => `has ${key}, which English has not`);
  const unlike = [...given].flatMap(([key, text]) => {
    const source = wanted.get(key);
    if (source === undefined) return [];
    if (text.trim() === "") return [`${key} is empty`];
    const [there, here] = [placeholders(source), placeholders(text)];
    return there.join() === here.join()
      ? []
      : [
          `${key} fills in ${here.join(", ") || "nothing"}, English ${there.join(", ") || "nothing"}`,
        ];
  });
  return [...missing, ...extra, ...unlike];
}
