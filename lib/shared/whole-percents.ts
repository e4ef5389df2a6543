/**
 * Shares that add up to 1 as whole percents that add up to 100, in order: all are rounded down, and those that lost
 * most get one more (Hamilton's largest remainders). Shares of another sum are only rounded.
 */
export function wholePercents(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6) return shares.map((share) => Math.round(share * 100));
  const percents = shares.map((share) => Math.floor(share * 100 + 1e-9));
  const missing = 100 - percents.reduce((total, percent) => total + percent, 0);
  const lost = (index: number) => shares[index]! * 100 - percents[index]!;
  const byLoss = shares.map((_, index) => index).sort((a, b) => lost(b) - lost(a));
  for (const index of byLoss.slice(0, missing)) percents[index]! += 1;
  return percents;
}
