import type { Finding } from "./finding.ts";

/**
 * The findings by which `after` has more of a rule than `before`: two stones have the same rule twice, and an old
 * finding on the one must not hide a new one on the other. What
 * stands as it stood is taken for the old one.
 */
export function addedFindings(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const said = new Set(before.map(keyOf));
  const left = new Map<string, number>();
  for (const { rule } of before) left.set(rule, (left.get(rule) ?? 0) + 1);
  const oldFirst = [
    ...after.filter((finding) => said.has(keyOf(finding))),
    ...after.filter((finding) => !said.has(keyOf(finding))),
  ];
  return oldFirst.filter(({ rule }) => {
    const known = left.get(rule) ?? 0;
    left.set(rule, known - 1);
    return known <= 0;
  });
}

const keyOf = ({ rule, at, message }: Finding) => JSON.stringify([rule, at, message]);
