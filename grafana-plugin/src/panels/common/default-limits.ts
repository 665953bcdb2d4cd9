import type { Limits } from './limits.ts';

/** Limits of the PSI, for a frame that brings none. A test keeps them equal to those of the measure. */
export const DEFAULT_PSI_LIMITS: Limits = { side: 'above', warning: 0.1, critical: 0.25 };
