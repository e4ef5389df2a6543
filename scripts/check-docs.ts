/** `npm run lint:docs`: fails when documents or tracked files say what is not so. `--write` renews the tables. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { environmentShape } from "../lib/env.ts";
import { LOCALES } from "../lib/shared/locales.ts";
import { environmentTable } from "./docs/environment-table.ts";
import { lockFileFaults } from "./docs/lock-file.ts";
import { faultsOfTexts } from "./docs/messages.ts";
import { namedCommands, namedPaths, type Reference } from "./docs/references.ts";
import { replaceSection } from "./docs/section.ts";
import { machinePaths } from "./docs/tracked-text.ts";
import { repositoryFiles } from "./imports/source-files.ts";

const CONFIGURATION = "docs/configuration.md";
const files = repositoryFiles();
const scripts = Object.keys(readJson("package.json").scripts);

function readJson(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function faultsOfDocument(file: string): string[] {
  const document = readFileSync(file, "utf8");
  const at = ({ line, text }: Reference, what: string) => `${file}:${line}: ${what} \`${text}\``;
  return [
    ...namedPaths(document)
      .filter(({ text }) => !existsSync(text))
      .map((reference) => at(reference, "there is no")),
    ...namedCommands(document)
      .filter(({ text }) => !scripts.includes(text))
      .map((reference) => at(reference, "there is no script")),
  ];
}

function faultsOfTable(): string[] {
  const document = readFileSync(CONFIGURATION, "utf8");
  const current = replaceSection(document, "environment", environmentTable(environmentShape));
  if (process.argv.includes("--write")) writeFileSync(CONFIGURATION, current);
  else if (current !== document) {
    return [`${CONFIGURATION}: the table is old; renew it: npm run lint:docs -- --write`];
  }
  return [];
}

/** Every language has every text, with the same things filled in. */
function faultsOfMessages(): string[] {
  const [english, ...others] = LOCALES;
  const areas = readdirSync(`messages/${english}`);
  return others.flatMap((locale) =>
    areas.flatMap((area) => {
      const file = `messages/${locale}/${area}`;
      if (!existsSync(file)) return [`there is no ${file}`];
      return faultsOfTexts(readJson(`messages/${english}/${area}`), readJson(file)).map(
        (fault) => `${file}: ${fault}`,
      );
    }),
  );
}

const faults = [
  ...faultsOfMessages(),
  ...files.filter((file) => /^[^/]+\.md$|^docs\/.*\.md$/.test(file)).flatMap(faultsOfDocument),
  ...faultsOfTable(),
  ...lockFileFaults(readJson("package-lock.json").packages).map(
    (fault) => `package-lock.json: ${fault}`,
  ),
  ...files.flatMap((file) =>
    machinePaths(file, readFileSync(file, "utf8")).map(
      ({ line, text }) => `${file}:${line}: names a place of one machine: ${text}`,
    ),
  ),
];
for (const fault of faults) console.error(fault);
console.log(`${files.length} files, ${faults.length} untrue`);
process.exit(faults.length === 0 ? 0 : 1);
