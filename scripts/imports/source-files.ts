import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Paths git tracks or would track. */
export function repositoryFiles(): string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return listed.split("\0").filter((file) => file !== "" && existsSync(file));
}

/** TypeScript and JavaScript among them. */
export function sourceFiles(): string[] {
  return repositoryFiles().filter((file) => /\.(ts|tsx|mjs)$/.test(file));
}
