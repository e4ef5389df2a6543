/** How a stage is shown. */
export interface StageLooks {
  grid?: boolean;
  dimensions?: boolean;
  spin?: boolean;
  /** Colour of grid and dimension lines, as CSS writes it. */
  ink?: string;
}
