import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { DEFAULT_RULE_OPTIONS, measureById, secondsOf, type MeasureId } from '../../src/index.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { whenEnough } from '../../src/query/minimum-observations.ts';
import { valueOfRate } from '../../src/statistics/rate.ts';
import { criticalDropOf } from '../../src/statistics/accuracy-noise.ts';
import { ratioOfExtremes } from '../../src/statistics/group-comparison.ts';
import { criticalRatioOf, noiseOfExtremes } from '../../src/statistics/group-noise.ts';
import { populationStabilityIndex } from '../../src/statistics/psi.ts';
import { psiCriticalValueOf } from '../../src/statistics/psi-critical-value.ts';
import { ALERT_SIGNIFICANCE } from '../../src/statistics/significance.ts';
import { criticalShareOf } from '../../src/statistics/rate-noise.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';

const MINUTES_A_WEEK = 7 * 24 * 60;
const minutesOf = (duration: string): number => secondsOf(duration) / 60;
const LONG = minutesOf(DEFAULT_RULE_OPTIONS.longWindow);
const SHORT = minutesOf(DEFAULT_RULE_OPTIONS.shortWindow);
const HOLD = minutesOf(DEFAULT_RULE_OPTIONS.holdFor);

/** What nothing happens to. */
export interface QuietWeek {
  readonly features: number;
  readonly rowsPerHour: number;
  readonly seed: number;
  readonly trainingRows?: number;
  readonly bins?: number;
}

/** Alerts of a quiet week, by measure: those that fire, and evaluations in which a limit is crossed, noise or not. */
export interface QuietAlerts {
  readonly fired: Readonly<Partial<Record<MeasureId, number>>>;
  readonly crossed: Readonly<Partial<Record<MeasureId, number>>>;
}

const MISSING = 0.05;
const FAILED = 0.005;
const ACCURACY = 0.85;
/** Shares of the groups among the people, who are all approved alike. */
const GROUPS = [0.7, 0.3];
const APPROVED = 0.4;

/**
 * Evaluates the rules of a week in which nothing changes, each minute, as a ruler does: the long window has to be beyond
 * the warning limit and beyond noise, and the short one not within the limit, for as long as an alert is held.
 */
export function alertsOfQuietWeek({
  features,
  rowsPerHour,
  seed,
  trainingRows = 20_000,
  bins = 10,
}: QuietWeek): QuietAlerts {
  const generator = xoroshiro128plus(seed);
  const random = (): number => uniformFloat64(generator);
  const rowsOf = minutesOfRows(rowsPerHour, random);
  const fired: Partial<Record<MeasureId, number>> = {};
  const crossed: Partial<Record<MeasureId, number>> = {};
  const evaluate = (id: MeasureId, columns: number, draw: (cells: Float64Array) => void, rule: Rule): void => {
    const found = evaluated(rowsOf, columns, draw, rule, id);
    fired[id] = (fired[id] ?? 0) + found.fired;
    crossed[id] = (crossed[id] ?? 0) + found.crossed;
  };
  const binned = (together: number, id: MeasureId): void => {
    const reference = new Float64Array(bins);
    for (let row = 0; row < trainingRows; row++) (reference[Math.floor(random() * bins)] as number)++;
    evaluate(
      id,
      bins,
      (cells) => (cells[Math.floor(random() * bins)] as number)++,
      (cells, rows) => ({
        value: () => whenEnough(populationStabilityIndex([...cells], [...reference]), rows, DEFAULT_QUERY, bins),
        noise: () => psiCriticalValueOf(rows, trainingRows, bins, ALERT_SIGNIFICANCE, together),
      }),
    );
  };
  for (let feature = 0; feature < features; feature++) {
    binned(features, 'psi');
    evaluate(
      'missing-share',
      1,
      (cells) => {
        if (random() < MISSING) (cells[0] as number)++;
      },
      (cells, rows, isShort) => {
        const rate = { numerator: cells[0] ?? 0, denominator: rows };
        const over = (share: number): number => whenEnough((share - MISSING) / (1 - MISSING), rows, DEFAULT_QUERY);
        return {
          value: () => over(isShort ? valueOfRate(rate) : wilsonInterval(rate, ALERT_SIGNIFICANCE, features)[0]),
        };
      },
    );
  }
  binned(1, 'prediction-psi');
  evaluate(
    'accuracy-drop',
    1,
    (cells) => {
      if (random() < ACCURACY) (cells[0] as number)++;
    },
    ([right = 0], rows) => ({
      value: () => whenEnough(ACCURACY - right / rows, rows, DEFAULT_QUERY),
      noise: () => criticalDropOf(ACCURACY, rows, Infinity, ALERT_SIGNIFICANCE),
    }),
  );
  evaluate(
    'error-share',
    1,
    (cells) => {
      if (random() < FAILED) (cells[0] as number)++;
    },
    ([failed = 0], rows) => ({
      value: () => whenEnough(failed / rows, rows, DEFAULT_QUERY),
      noise: () => criticalShareOf(measureById('error-share').thresholds?.warning ?? NaN, rows, ALERT_SIGNIFICANCE),
    }),
  );
  evaluate(
    'disparate-impact',
    2 * GROUPS.length,
    (cells) => {
      const group = random() < (GROUPS[0] as number) ? 0 : 1;
      (cells[2 * group] as number)++;
      if (random() < APPROVED) (cells[2 * group + 1] as number)++;
    },
    (cells) => {
      const groups = GROUPS.map((_, i) => ({ numerator: cells[2 * i + 1] ?? 0, denominator: cells[2 * i] ?? 0 }));
      const noise = noiseOfExtremes(groups, 200, ALERT_SIGNIFICANCE);
      return {
        value: () => ratioOfExtremes(groups, 200),
        noise: () => (noise === undefined ? NaN : criticalRatioOf(noise)),
      };
    },
  );
  return { fired, crossed };
}

/** Value of a rule over a window, and what noise alone reaches there. */
type Rule = (cells: Float64Array, rows: number, isShort: boolean) => { value(): number; noise?(): number };

/** Rows of each minute of a week. */
function minutesOfRows(perHour: number, random: () => number): Uint16Array {
  const rows = new Uint16Array(MINUTES_A_WEEK);
  // Calls at random times, so that minutes differ as those of a service do.
  for (let call = 0; call < (perHour * MINUTES_A_WEEK) / 60; call++) {
    (rows[Math.floor(random() * MINUTES_A_WEEK)] as number)++;
  }
  return rows;
}

function evaluated(
  rowsOf: Uint16Array,
  columns: number,
  draw: (cells: Float64Array) => void,
  rule: Rule,
  id: MeasureId,
): { fired: number; crossed: number } {
  const { side = 'above', warning = NaN } = measureById(id).thresholds ?? {};
  const isBeyond = (value: number, limit: number): boolean => (side === 'above' ? value > limit : value < limit);
  const isWithin = (value: number): boolean => (side === 'above' ? value <= warning : value >= warning);
  const minutes: Float64Array[] = [];
  const windows = [LONG, SHORT].map((length) => ({ length, cells: new Float64Array(columns), rows: 0 }));
  let [fired, crossed, held] = [0, 0, 0];
  for (let minute = 0; minute < MINUTES_A_WEEK; minute++) {
    const cells = new Float64Array(columns);
    for (let row = 0; row < (rowsOf[minute] as number); row++) draw(cells);
    minutes.push(cells);
    for (const window of windows) {
      const gone = minutes[minute - window.length];
      window.rows += (rowsOf[minute] as number) - (gone === undefined ? 0 : (rowsOf[minute - window.length] as number));
      for (let i = 0; i < columns; i++) (window.cells[i] as number) += (cells[i] as number) - (gone?.[i] ?? 0);
    }
    const [long, short] = windows as [(typeof windows)[0], (typeof windows)[0]];
    if (minute < LONG) continue;
    const { value, noise } = rule(long.cells, long.rows, false);
    const now = value();
    const isCrossed = isBeyond(now, warning);
    if (isCrossed) crossed++;
    const isOn =
      isCrossed &&
      (noise === undefined || isBeyond(now, noise())) &&
      !isWithin(rule(short.cells, short.rows, true).value());
    held = isOn ? held + 1 : 0;
    // The alert fires once it has held for so long, and not again while it goes on.
    if (held === HOLD + 1) fired++;
  }
  return { fired, crossed };
}
