/** What a script is read in. A quote that does not end takes the rest: the database says so better than we can. */
const TOKEN = new RegExp(
  [
    String.raw`(?<blank>\s+|--[^\n]*)`,
    String.raw`(?<block>/\*)`,
    String.raw`(?<quoted>[eE]'(?:\\[\s\S]|''|[^'\\])*'?|'(?:''|[^'])*'?|"(?:""|[^"])*"?)`,
    String.raw`(?<dollar>\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)`,
    String.raw`(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`,
    "(?<semicolon>;)",
    String.raw`[\s\S]`,
  ].join("|"),
  "y",
);

interface Statement {
  from: number;
  /** Its first words, lower case: `create or replace function`. */
  words: string[];
  /** Blocks open in a body that is not quoted (`BEGIN ATOMIC … END`); their semicolons end no statement. */
  depth: number;
  isEmpty: boolean;
}

const begin = (from: number): Statement => ({ from, words: [], depth: 0, isEmpty: true });

/**
 * The statements of an SQL script, without the semicolons between them. Those in texts, names, dollar quotes, comments
 * and bodies of routines end nothing; what holds only comments is left out.
 */
export function splitStatements(script: string): string[] {
  const statements: string[] = [];
  let statement = begin(0);
  let at = 0;
  const close = (to: number) => {
    if (!statement.isEmpty) statements.push(script.slice(statement.from, to).trim());
  };
  while (at < script.length) {
    const { token, end } = readToken(script, at);
    if (token.semicolon !== undefined && statement.depth === 0) {
      close(at);
      statement = begin(end);
    } else {
      take(statement, token);
    }
    at = end;
  }
  close(script.length);
  return statements;
}

type Token = Partial<Record<string, string>>;

function readToken(script: string, at: number): { token: Token; end: number } {
  TOKEN.lastIndex = at;
  const token: Token = TOKEN.exec(script)?.groups ?? {};
  if (token.block !== undefined) return { token, end: endOfComment(script, at) };
  if (token.dollar === undefined) return { token, end: TOKEN.lastIndex };
  const close = script.indexOf(token.dollar, TOKEN.lastIndex);
  return { token, end: close < 0 ? script.length : close + token.dollar.length };
}

/** Comments nest in Postgres. */
function endOfComment(script: string, from: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = from;
  let depth = 0;
  for (let mark = marks.exec(script); mark; mark = marks.exec(script)) {
    depth += mark[0] === "/*" ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return script.length;
}

function take(statement: Statement, token: Token): void {
  if (token.blank !== undefined || token.block !== undefined) return;
  statement.isEmpty = false;
  const word = token.word?.toLowerCase();
  if (!word) return;
  if (statement.words.length < 4) statement.words.push(word);
  if (!/^create (or replace )?(function|procedure)/.test(statement.words.join(" "))) return;
  if (word === "begin" || (word === "case" && statement.depth > 0)) statement.depth += 1;
  if (word === "end" && statement.depth > 0) statement.depth -= 1;
}
