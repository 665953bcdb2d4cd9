/** Values from which a measure deserves attention. */
export interface Limits {
  /** Whether values above or below are worse. */
  readonly side: 'above' | 'below';
  readonly warning?: number;
  readonly critical: number;
}

/** Limits that a panel's options set. */
export interface LimitOptions {
  readonly warning?: number;
  readonly critical?: number;
}

/** The limits of the measure, except where an option of the panel says otherwise; undefined if neither sets any. */
export function overriddenLimits(limits: Limits | undefined, options: LimitOptions): Limits | undefined {
  // An option that is cleared in the editor may be saved as null.
  const warning = options.warning ?? limits?.warning ?? undefined;
  const critical = options.critical ?? limits?.critical ?? warning;
  if (critical === undefined) return undefined;
  return { side: limits?.side ?? 'above', critical, ...(warning === undefined ? {} : { warning }) };
}
