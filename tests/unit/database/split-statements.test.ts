import fc from "fast-check";
import { expect, it } from "vitest";
import { splitStatements } from "../../../scripts/database/split-statements.ts";

it("cuts between statements, and keeps none that is empty or only a comment", () => {
  const script = `;; CREATE TABLE a (x int);\n-- only words; no statement\n;/* nor this; */; SELECT 1 -- last`;
  expect(splitStatements(script)).toEqual(["CREATE TABLE a (x int)", "SELECT 1 -- last"]);
  expect(splitStatements(" -- nothing; at all")).toEqual([]);
});

it.each([
  ["a text", `INSERT INTO a VALUES ('it''s; so')`],
  ["a text with escapes", String.raw`SELECT E'it\'s; \\', e'\x3b;'`],
  ["a text that ends in a backslash", String.raw`SELECT 'a;\' || ';b'`],
  ["a name", `CREATE TABLE "odd;""name;" (x int)`],
  ["a comment", "SELECT 1 -- one; two\n, 2"],
  ["a nested comment", "SELECT /* a; /* b; */ c; */ 1"],
  ["a quote in a comment", "SELECT 1 -- don't;\n, 2"],
  ["a dollar quote", "DO $$ BEGIN PERFORM 1; END $$"],
  ["a dollar quote in another", "DO $do$ BEGIN EXECUTE $$SELECT ';'$$; END $do$"],
  [
    "an unquoted body",
    "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END",
  ],
  ["a text without an end", "SELECT 'open; SELECT 2"],
])("does not cut in %s", (_, statement) => {
  expect(splitStatements(`${statement.includes("open") ? "" : "SELECT 0; "}${statement}`)).toEqual(
    statement.includes("open") ? [statement] : ["SELECT 0", statement],
  );
});

it("cuts behind a dollar that quotes nothing, and behind a transaction's own BEGIN", () => {
  expect(splitStatements("SELECT a$b; SELECT $1; SELECT c$b")).toHaveLength(3);
  expect(splitStatements("BEGIN; SELECT 1; END; SELECT 2")).toHaveLength(4);
});

it("finds the statements that were put together, whatever is in them", () => {
  const part = fc.oneof(
    fc.constantFrom("'a;b'", '"c;d"', "$$e;f$$", "$t$g;$$h$t$", "/* i; */", "-- j;\n", "x"),
    fc.string({ maxLength: 8 }).map((text) => `'${text.replaceAll("'", "''")}'`),
  );
  const statement = fc.array(part, { maxLength: 6 }).map((parts) => ["SELECT", ...parts].join(" "));
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
      const trimmed = statements.map((one) => one.trim());
      expect(splitStatements(statements.join(";"))).toEqual(trimmed);
    }),
  );
});
