import { createTheme, ThresholdsMode, type ThresholdsConfig } from '@grafana/data';
import { measureFrames } from '../../../../shared/src/backend/measure-frames.ts';
import {
  fieldThresholds,
  lineColor,
  limitLines,
  limitThresholds,
} from '../../../src/panels/common/field-thresholds.ts';
import type { Limits } from '../../../src/panels/common/limits.ts';

const PSI: Limits = { side: 'above', warning: 0.1, critical: 0.25 };
const IMPACT: Limits = { side: 'below', critical: 0.8 };
const theme = createTheme();

const steps = (...pairs: readonly (readonly [number, string])[]): ThresholdsConfig => ({
  mode: ThresholdsMode.Absolute,
  steps: pairs.map(([value, color]) => ({ value, color })),
});
const GRAFANAS = steps([-Infinity, 'green'], [80, 'red']);
const BASE = steps([-Infinity, 'green']);
const OWN = steps([-Infinity, 'blue'], [0.5, 'purple']);

test.each([PSI, IMPACT, { side: 'below', warning: 0.9, critical: 0.8 }] as Limits[])(
  'the limits %j are the thresholds that the data source gives',
  (limits) => {
    const [frame] = measureFrames(
      [
        {
          measure: 'psi',
          subject: 'feature',
          unit: 'index',
          limits,
          labels: {},
          name: '',
          times: [0],
          values: { value: [1] },
        },
      ],
      'value',
      true,
      [],
    );
    const given = frame?.fields[0]?.config['thresholds'] as ThresholdsConfig;
    const [base, ...others] = limitThresholds(limits).steps;
    expect(given.steps).toEqual([{ ...base, value: null }, ...others]);
  },
);

test.each<[string, ThresholdsConfig | undefined, ThresholdsConfig, Limits | undefined, ThresholdsConfig]>([
  ['the limits of the measure, where nobody sets any', limitThresholds(PSI), BASE, PSI, limitThresholds(PSI)],
  ['regression: those of the panel, over the limits of the measure', limitThresholds(PSI), OWN, PSI, OWN],
  ['those of an override, over all', OWN, steps([-Infinity, 'red'], [1, 'green']), PSI, OWN],
  ["not Grafana's own, red from 80", GRAFANAS, GRAFANAS, PSI, limitThresholds(PSI)],
  ['those of the panel, of a measure without limits', OWN, OWN, undefined, OWN],
  ['one color that is seen, where there are none', GRAFANAS, GRAFANAS, undefined, BASE],
])('a field goes by %s', (_, own, panel, limits, expected) => {
  expect(fieldThresholds({ thresholds: own }, limits, { thresholds: panel })).toEqual(expected);
});

test('lines are named as the limits, the worst first', () => {
  expect(limitLines(limitThresholds(PSI), PSI)).toEqual([
    { value: 0.25, name: 'Critical', text: '0.25', color: 'red' },
    { value: 0.1, name: 'Warning', text: '0.1', color: 'orange' },
  ]);
  expect(
    limitLines(limitThresholds({ side: 'below', warning: 0.9, critical: 0.8 }), {
      side: 'below',
      warning: 0.9,
      critical: 0.8,
    }),
  ).toEqual([
    { value: 0.8, name: 'Critical', text: '0.8', color: 'red' },
    { value: 0.9, name: 'Warning', text: '0.9', color: 'orange' },
  ]);
});

test('regression: a line has the unit of its axis', () => {
  const limits = { side: 'above', critical: 0.05 } as const;
  expect(limitLines(limitThresholds(limits), limits, 'percentunit')[0]?.text).toBe('5%');
  const seconds = { side: 'above', critical: 0.2 } as const;
  expect(limitLines(limitThresholds(seconds), seconds, 's')[0]?.text).toBe('200 ms');
});

test('a threshold that is no limit has its own color and no name', () => {
  const [line] = limitLines(OWN, PSI);
  expect(line).toEqual({ value: 0.5, name: '', text: '0.5', color: 'purple' });
  expect(line && lineColor(line, theme)).toBe(theme.visualization.getColorByName('purple'));
  expect(limitLines({ ...OWN, mode: ThresholdsMode.Percentage }, PSI)).toEqual([]);
});
