export interface DistributionOptions {
  /** Whether each bin says what it adds to the PSI. */
  readonly showParts: boolean;
}
