import { parseProfile } from '@driftline/shared';
import { calibrationSummary } from '../../src/inspect/calibration-summary.ts';
import { describeProfile } from '../../src/inspect/describe-profile.ts';
import { exampleProfile } from '../example-profile.ts';

const bins = { class: 'yes', edges: [0.25, 0.5], counts: [40, 30, 30], threshold: 0.5 };
const calibration = { rows: [800, 600, 600], positives: [40, 200, 500] };
const profileWith = (scoreBins?: readonly object[]) =>
  parseProfile({ ...exampleProfile(), prediction: { ...exampleProfile().prediction, scoreBins } });

test('a calibration and its cost are named, only for the classes that have one', () => {
  const profile = profileWith([
    { ...bins, calibration },
    { ...bins, class: 'no' },
  ]);
  const words = describeProfile(profile).replace(/\s+/g, ' ');
  expect(words).toContain('threshold 0.5 Its bins are calibrated on 2,000 held-out rows, 740 of them yes Outcomes');
  expect(words).toContain(
    'Performance is estimated before labels arrive by the score of one class: 9 series a replica.',
  );
});

test('bins that are not calibrated are said, and without bins there is nothing to say', () => {
  const sentence =
    'Performance is not estimated before labels arrive: build the profile with --calibrate-on and rows that the model ' +
    'was not trained on. Training scores flatter.';
  expect(calibrationSummary(profileWith([bins]))).toBe(sentence);
  expect(calibrationSummary(profileWith())).toBeUndefined();
});
