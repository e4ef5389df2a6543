/** How a stage is shown. */
export interface StageLooks {
  grid?: boolean;
  dimensions?: boolean;
  /** Whether the piece turns slowly by itself. */
  spin?: boolean;
  /** Whoever looks asked for less motion: no flights and no spin. */
  stillness?: boolean;
  /** Out of sight nothing turns. */
  inSight?: boolean;
  /** Colour of grid and dimension lines, as CSS writes it. */
  ink?: string;
}
