import { correctedQuantile } from './corrected-quantile.ts';

/**
 * Drop of the accuracy that noise alone exceeds: z √(b (1 − b) (1/n + 1/m)) for the accuracy b of the baseline, n outcomes
 * in the window and m in the baseline.
 *
 * Source: standard error of a share, Agresti, Categorical Data Analysis (2013), section 1.3.
 */
export function criticalDropOf(
  baseline: number,
  outcomes: number,
  baselineOutcomes: number,
  significance: number,
): number {
  const variance = baseline * (1 - baseline) * (1 / outcomes + 1 / baselineOutcomes);
  return correctedQuantile(significance, 1) * Math.sqrt(variance);
}
