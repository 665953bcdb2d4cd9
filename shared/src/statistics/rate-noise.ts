import { correctedQuantile } from './corrected-quantile.ts';

/**
 * Share of events that noise alone reaches if the true share is `usual`: (√p + z / (2 √n))², since the square root of a
 * count varies by ½ whatever it counts. It holds for a few events too, where the usual z √(p / n) is far too low.
 *
 * Source: Anscombe, Biometrika 35 (1948), 246–254, the square root transformation.
 */
export function criticalShareOf(usual: number, observations: number, significance: number): number {
  return (Math.sqrt(usual) + correctedQuantile(significance, 1) / (2 * Math.sqrt(observations))) ** 2;
}
