import { durationText, secondsOf } from '../query/duration.ts';
import { DEFAULT_MINIMUM_OBSERVATIONS } from '../query/measure-query.ts';
import { DEFAULT_RULE_OPTIONS } from '../alerts/alert.ts';
import { perSecond } from './rate.ts';
import type { Settings } from './schema.ts';

export interface RuleWindows {
  readonly longWindow: string;
  readonly shortWindow: string;
}

/** Prometheus keeps 15 days unless it is told otherwise. */
const LONGEST_SECONDS = 14 * 86_400;

/**
 * Windows for the traffic that is expected: as given, and long enough for the minimum of observations at the given rate.
 * The window of a model that runs in batches holds its last run, so that its alerts hold until the next one.
 *
 * @returns the windows, or what is wrong with the settings
 */
export function ruleWindows(settings: Settings): RuleWindows | { readonly fault: string } {
  const { longWindow, shortWindow } = DEFAULT_RULE_OPTIONS;
  const { window, shortWindow: short, rate, runsEvery } = settings;
  const given = { longWindow: window ?? longWindow, shortWindow: short ?? shortWindow };
  const seconds = { long: secondsOf(given.longWindow), short: secondsOf(given.shortWindow) };
  const needed = rate === undefined ? 0 : neededSeconds(settings, rate);
  if (needed > LONGEST_SECONDS) {
    return {
      fault:
        `is ${rate}, at which ${minimumOf(settings)} observations take ${durationText(needed)}, longer than most stores ` +
        'keep: lower minimumObservations, or leave the model out',
    };
  }
  if (runsEvery !== undefined) {
    const run = secondsOf(runsEvery);
    if (seconds.long >= Math.max(run, needed)) return given;
    // A tenth longer than from run to run, so that a late one finds the last one still there.
    return { ...given, longWindow: durationText(Math.max(1, Math.ceil(needed / run)) * run + run / 10) };
  }
  if (needed <= seconds.long) {
    if (seconds.short > seconds.long) {
      return { fault: `is ${given.shortWindow}, longer than the window of ${given.longWindow}: give a shorter one` };
    }
    return given;
  }
  const long = durationText(needed);
  // As much shorter as by default: with a twelfth of the minimum, hardly any short window is empty.
  const part = secondsOf(shortWindow) / secondsOf(longWindow);
  const shorter = secondsOf(long) * part;
  return { longWindow: long, shortWindow: shorter > seconds.short ? durationText(shorter) : given.shortWindow };
}

/**
 * Seconds in which at least the minimum is observed 97 times of 100: a Poisson count of mean μ is above μ − 2 √μ so often,
 * and μ − 2 √μ = n where √μ = 1 + √(1 + n).
 */
function neededSeconds(settings: Settings, rate: string): number {
  return (1 + Math.sqrt(1 + minimumOf(settings))) ** 2 / perSecond(rate);
}

const minimumOf = ({ minimumObservations = DEFAULT_MINIMUM_OBSERVATIONS }: Settings): number => minimumObservations;
