import { execFileSync } from "node:child_process";

/** Ids of all processes below one, at any depth. */
export function childrenOf(root: number): number[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const processes = listed
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const found = [root];
  for (const parent of found) {
    found.push(...processes.filter(([, above]) => above === parent).map(([pid]) => pid));
  }
  return found.slice(1);
}
