import type { Baseline, DistributionSource } from '@driftline/shared';

/** What a distribution can be compared with; the first is what a person starts from. */
export function baselineKinds(of: DistributionSource = { kind: 'features' }): readonly Baseline['kind'][] {
  // Only models have a profile and versions; only a histogram can be any other one.
  return of.kind === 'histogram' ? ['earlier', 'selector'] : ['reference', 'earlier', 'version'];
}

/** A baseline of this kind for a person to complete. */
export function newBaseline(kind: Baseline['kind']): Baseline {
  switch (kind) {
    case 'reference':
      return { kind };
    case 'earlier':
      return { kind, offset: '1d' };
    case 'version':
      return { kind, version: '' };
    case 'selector':
      return { kind, selector: '' };
  }
}
