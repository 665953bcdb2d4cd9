import { LabelMatcher, type ScoreBins } from '@driftline/shared';
import { scoreCalibration, type HeldOut } from '../../src/profile/score-calibration.ts';

type Row = readonly [label: string | null, score: number | null, count?: number];

const bins: Pick<ScoreBins, 'class' | 'edges'> = { class: 'yes', edges: [0.1, 0.5] };

function calibrate(rows: readonly Row[], change: Partial<HeldOut> = {}) {
  const warnings: string[] = [];
  const heldOut: HeldOut = {
    ...{ shown: 'validation.csv', label: 'churned', classes: new LabelMatcher(['no', 'yes']) },
    rows: rows.map(([category, number, count = 1]) => ({
      ...{ column_name: 'p', statistic: 'held_out' as const, category, number, count },
    })),
    ...change,
  };
  return { calibration: scoreCalibration(bins, 'p', heldOut, (sentence) => warnings.push(sentence)), warnings };
}

test('rows and positives are counted by bin, edges in the bin below', () => {
  const rows: Row[] = [['no', 0, 3], ['yes', 0.1], ['no', 0.5, 2], ['yes', 0.1001, 4], ['yes', 1, 5], ['no', 0.6]]; // prettier-ignore
  expect(calibrate(rows)).toEqual({ calibration: { rows: [4, 6, 6], positives: [1, 4, 5] }, warnings: [] });
});

test('rows without a label or a score are left out, and labels of no class count as another one: both are said', () => {
  const rows: Row[] = [['yes', 0.7], [null, 0.7, 2], ['no', null, 3], ['maybe', 0.2, 4]]; // prettier-ignore
  expect(calibrate(rows)).toEqual({
    calibration: { rows: [0, 4, 1], positives: [0, 0, 1] },
    warnings: [
      '5 of 10 rows of validation.csv have no label in column churned or no number in column p: the score of yes is ' +
        'calibrated without them.',
      '4 of 10 rows of validation.csv have a label that is no class of the profile, such as maybe: they count as not yes.',
    ],
  });
});

test.each<[string, readonly Row[], string]>([
  [
    'nothing usable',
    [['yes', null], [null, 0.5]], // prettier-ignore
    'No row of validation.csv has both a label in column churned and a number in column p: give held-out rows with both.',
  ],
  [
    'points instead of probabilities',
    [['yes', 0.5], ['no', 640]], // prettier-ignore
    'Column p of validation.csv holds numbers that are no probabilities, such as 640: give numbers from 0 to 1.',
  ],
  [
    'labels of another coding',
    [['0', 0.5], ['1', 0.6]], // prettier-ignore
    'Column churned of validation.csv holds 0 and 1, and never yes: give held-out rows of every class, with the labels of the training data.',
  ],
  [
    'one class alone',
    [['yes', 0.5], ['yes', 0.6]], // prettier-ignore
    'Column churned of validation.csv holds yes, and nothing but yes: give held-out rows of every class, with the labels of the training data.',
  ],
])('%s is refused', (_what, rows, sentence) => {
  expect(() => calibrate(rows)).toThrow(sentence);
});
