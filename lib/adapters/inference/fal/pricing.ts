/** Millionths of a USD. */
export const usd = (amount: number) => Math.round(amount * 1e6);

/** Started megapixels, as fal bills. */
export const megapixels = (widthPx: number, heightPx: number) =>
  Math.max(1, Math.ceil((widthPx * heightPx) / 1e6));

/** A seed as most models name it; without one the model takes its own. */
export const seeded = (seed: number | undefined) => (seed === undefined ? {} : { seed });
