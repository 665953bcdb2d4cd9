/** Values from which a measure deserves attention. */
export interface Limits {
  /** Whether values above or below are worse. */
  readonly side: 'above' | 'below';
  readonly warning?: number;
  readonly critical: number;
}
