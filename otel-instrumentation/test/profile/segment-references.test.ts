import { build, dataFile, faultsOf } from './build.ts';

/** 600 rows: 300 of DE, half of them as `de ` and half with a space, 200 of FR, 30 of LU, 70 without a country. */
const COUNTRIES = [
  ...Array(150).fill('DE'),
  ...Array(150).fill(' DE '),
  ...Array(200).fill('FR'),
  ...Array(30).fill('LU'),
];
const line = (i: number): string => {
  const country = (COUNTRIES[i] as string | undefined) ?? '';
  const isGerman = country.trim() === 'DE';
  const answer = i % 4 === 0 ? 'yes' : 'no';
  // DE is right in nine of ten, FR in seven of ten.
  const isRight = i % 10 < (isGerman ? 9 : 7);
  const predicted = isRight ? answer : answer === 'yes' ? 'no' : 'yes';
  return [isGerman ? 20 + (i % 10) : 40 + (i % 20), country, answer, predicted, ((i % 20) + 1) / 20].join(',');
};
const csv = (rows: readonly number[]): string => ['age,country,answer,predicted,p', ...rows.map(line), ''].join('\n');
const all = Array.from({ length: 600 }, (_, i) => i);
const TRAIN = dataFile('segments.csv', csv(all));
const HELD_OUT = dataFile('segments-held-out.csv', csv(all.filter((i) => i % 3 === 0)));
const request = {
  ...{ label: 'answer', prediction: 'predicted', score: 'p', favorable: 'yes' },
  ...{ segments: ['country'], segmentFeatures: ['age'], minimumSegmentSize: 100 },
};

test('each value has the distributions of its own rows, in the bins of the whole', async () => {
  const { profile, warnings } = await build([TRAIN], request);
  const [segment] = profile.segments ?? [];
  const [whole] = profile.features;
  expect(segment).toMatchObject({ attribute: 'country', labels: 'number' });
  expect(segment?.values.map(({ value, rows }) => [value, rows])).toEqual([
    ['DE', 300],
    ['FR', 200],
  ]);
  expect(segment?.other?.rows).toBe(100);
  expect(warnings).toEqual([
    '1 values of country have fewer than 100 training rows: they are counted in the segment other.',
  ]);
  const parts = [...(segment?.values ?? []), segment?.other];
  const ages = parts.map((part) => part?.features[0]);
  if (whole?.kind !== 'numeric' || ages[0]?.kind !== 'numeric') throw new Error('age is a number');
  // The parts make up the whole.
  const summed = whole.counts.map((_, bin) =>
    ages.reduce((sum, age) => sum + (age?.kind === 'numeric' ? (age.counts[bin] as number) : 0), 0),
  );
  expect(summed).toEqual(whole.counts);
  expect(ages[0]).toMatchObject({ edges: whole.edges, mean: 24.5, minimum: whole.minimum, maximum: whole.maximum });
  expect(parts.map((part) => part?.performance?.['accuracy'])).toEqual([0.9, 0.7, 0.7]);
  const [german] = parts;
  const { prediction } = profile;
  if (prediction?.kind !== 'classification' || german?.prediction?.kind !== 'classification')
    throw new Error('classes');
  expect(german.prediction.classes).toEqual(prediction.classes);
  expect(german.prediction.scoreBins?.[0]?.edges).toEqual(prediction.scoreBins?.[0]?.edges);
  expect(german.prediction.scoreBins?.[0]?.counts.reduce((sum, count) => sum + count, 0)).toBe(300);
});

test('held-out rows calibrate each segment by its own, and none that says nothing', async () => {
  const { profile } = await build([TRAIN], { ...request, calibrateOn: [HELD_OUT] });
  const [segment] = profile.segments ?? [];
  const rows = [...(segment?.values ?? []), segment?.other].map((part) =>
    part?.prediction?.kind === 'classification'
      ? part.prediction.scoreBins?.[0]?.calibration?.rows.reduce((sum, count) => sum + count, 0)
      : undefined,
  );
  expect(rows).toEqual([100, 67, 33]);
  const onlyGerman = dataFile('german.csv', csv(all.slice(0, 300)));
  const { profile: partly } = await build([TRAIN], { ...request, calibrateOn: [onlyGerman] });
  const calibrated = partly.segments?.[0]?.values.map(
    ({ prediction }) => prediction?.kind === 'classification' && prediction.scoreBins?.[0]?.calibration !== undefined,
  );
  expect(calibrated).toEqual([true, false]);
});

test('a column without a large value, and a feature that is none, are refused', async () => {
  expect(await faultsOf([TRAIN], { ...request, minimumSegmentSize: 301 })).toEqual([
    'No value of country has 301 training rows: name another column with --segments, or lower --minimum-segment-size.',
  ]);
  const [sentence] = await faultsOf([TRAIN], { ...request, segmentFeatures: ['answer'] });
  expect(sentence).toContain('--segment-features names answer, which is no feature');
});

test('the others have no reference where they are few, and numbers with leading zeros stay apart', async () => {
  const rows = Array.from({ length: 260 }, (_, i) => `${i % 30},${i < 130 ? '01' : i < 255 ? '1' : '2'}`);
  const { profile } = await build([dataFile('zeros.csv', `age,shop\n${rows.join('\n')}\n`)], {
    segments: ['shop'],
    minimumSegmentSize: 100,
  });
  const [segment] = profile.segments ?? [];
  expect(segment).toMatchObject({ labels: 'verbatim', values: [{ value: '01' }, { value: '1' }] });
  expect(segment).not.toHaveProperty('other');
});
