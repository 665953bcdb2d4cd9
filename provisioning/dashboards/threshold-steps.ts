import { ThresholdsConfigBuilder, ThresholdsMode, type Threshold } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Thresholds } from '@driftline/shared';

const COLORS = { within: 'green', warning: 'orange', critical: 'red' } as const;
/** Of values without a limit. */
const NEUTRAL = 'blue';
/** No line, and no area. */
const NOTHING = 'transparent';

/** Thresholds that a panel draws as a line at each limit. */
export function linesAt(limits: Thresholds | undefined): ThresholdsConfigBuilder {
  const lines = limits === undefined ? [] : limitSteps(limits).sort((a, b) => a.value - b.value);
  return of([{ value: null, color: NOTHING }, ...lines]);
}

/** Thresholds by which a value is colored. */
export function colorsWithin(limits: Thresholds | undefined): ThresholdsConfigBuilder {
  if (limits === undefined) return of([{ value: null, color: NEUTRAL }]);
  const steps = limitSteps(limits);
  if (limits.side === 'above') return of([{ value: null, color: COLORS.within }, ...steps]);
  // A color holds from its value upwards: that of a limit below it, up to the limit.
  const upwards = steps.reverse();
  const above = [...upwards.slice(1).map(({ color }) => color), COLORS.within];
  return of([
    { value: null, color: COLORS.critical },
    ...upwards.map(({ value }, i) => ({ value, color: above[i] as string })),
  ]);
}

/** The limits from the mildest on. */
function limitSteps({ warning, critical }: Thresholds): { value: number; color: string }[] {
  return [
    ...(warning === undefined ? [] : [{ value: warning, color: COLORS.warning }]),
    { value: critical, color: COLORS.critical },
  ];
}

function of(steps: Threshold[]): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps);
}
