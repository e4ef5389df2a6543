/** `0.05`; of less than a cent, as many digits as it takes. */
export const toUsd = (microUsd: number): string => {
  const usd = microUsd / 1_000_000;
  return usd >= 0.01 || usd === 0 ? usd.toFixed(2) : usd.toPrecision(1);
};
