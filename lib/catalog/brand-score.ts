/** Stars a brand without ratings is taken to have, and how many ratings that guess weighs. */
const PRIOR_STARS = 3.5;
const PRIOR_RATINGS = 20;

/**
 * How well a brand is spoken of, 0 to 1: the Bayesian mean of its stars, b = ((n·r + 20·3.5) / (n + 20) − 1) / 4.
 * Few ratings say little: five stars from one person are 0.643, from a thousand 0.993.
 */
export function brandScore(ratingMean: number, ratingCount: number): number {
  const sum = ratingCount * ratingMean + PRIOR_RATINGS * PRIOR_STARS;
  return (sum / (ratingCount + PRIOR_RATINGS) - 1) / 4;
}

/** Of a brand nobody rated: 0.625. */
export const INITIAL_BRAND_SCORE = brandScore(0, 0);
