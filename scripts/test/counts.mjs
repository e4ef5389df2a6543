import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Sums what checks and suites counted.
 * @param {Counts[]} parts
 * @returns {Counts}
 */
export function sumCounts(parts) {
  return {
    passed: parts.reduce((sum, part) => sum + part.passed, 0),
    failed: parts.reduce((sum, part) => sum + part.failed, 0),
  };
}

/**
 * Reads what a runner reported. A suite that failed without a failed test (it crashed, or found no
 * tests) counts as one failure, so that the sum never looks better than the exit code.
 * @param {string} file JSON report of Vitest or Playwright.
 * @param {number | null} exitCode
 * @returns {Counts}
 */
export function readCounts(file, exitCode) {
  const counts = existsSync(file)
    ? countsOf(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 0 };
  const silentFailure = exitCode !== 0 && counts.failed === 0;
  return silentFailure ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {{ numPassedTests?: number, numFailedTests?: number, stats?: { expected: number, flaky: number, unexpected: number } }} report
 * @returns {Counts}
 */
function countsOf({ numPassedTests = 0, numFailedTests = 0, stats }) {
  if (!stats) return { passed: numPassedTests, failed: numFailedTests };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}
