/** Signs that a file was written on one machine for that machine. */
const MACHINE_PATH = /(?<![\w.])\/(?:work|root|Users|home)\/[\w.-]+/;
const TEXT_FILE = /\.(ts|tsx|mjs|js|json|md|css|prisma|sql|toml|txt|yml|yaml|svg)$|^\.[\w-]+$/;

/** Lines of a tracked file that name a place of one machine. */
export function machinePaths(file: string, text: string): { line: number; text: string }[] {
  if (!TEXT_FILE.test(file) || file.startsWith("scripts/docs/")) return [];
  return text.split("\n").flatMap((content, index) => {
    const found = MACHINE_PATH.exec(content);
    return found ? [{ line: index + 1, text: found[0] }] : [];
  });
}
