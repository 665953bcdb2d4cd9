import { measuresGuide } from '../../src/docs/measures-guide.ts';
import { MEASURES } from '../../src/measures/registry.ts';

const GUIDE = measuresGuide();
const LINES = GUIDE.split('\n');

test.each(MEASURES)('$id has a section that alerts can link to, and a row that links there', (measure) => {
  const { id, name, description, source } = measure;
  const start = LINES.indexOf(`### <a id="${id}"></a>${name}`);
  const section = LINES.slice(start, start + 7).join('\n');
  expect(start).toBeGreaterThan(0);
  expect(section).toContain(description);
  expect(section).toContain(`Source: ${source}.`);
  expect(section.includes('Wilson interval')).toBe(measure.isRate);
  expect(section.includes('critical value.')).toBe(measure.hasCriticalValue);
  expect(LINES.filter((line) => line.startsWith(`| [${name}](#${id}) |`))).toHaveLength(1);
});

test('an alert finds what to do in the section of its measure', () => {
  const { thresholds, minimumObservations, observationsPerBin } = MEASURES.find(({ id }) => id === 'psi') ?? {};
  expect(GUIDE).toContain(
    `**When the alert fires** (above 0.25, warning above 0.1; at least ${minimumObservations} observations, ` +
      `and ${observationsPerBin} for each bin that the baseline uses): ${thresholds?.runbook}`,
  );
  const withLimits = MEASURES.filter((measure) => measure.thresholds !== undefined);
  expect(LINES.filter((line) => line.startsWith('**When the alert fires**'))).toHaveLength(withLimits.length);
});

test('rows have four cells, whatever a definition holds', () => {
  const rows = LINES.filter((line) => line.startsWith('|'));
  expect(rows.length).toBeGreaterThan(MEASURES.length);
  for (const row of rows) expect([row, row.split(/(?<!\\)\|/).length]).toEqual([row, 6]);
});

test('what only the data source shows is marked', () => {
  expect(LINES.find((line) => line.includes('(#kolmogorov-smirnov)'))).toMatch(/\| data source only \|$/);
  expect(LINES.find((line) => line.includes('(#psi)'))).toMatch(/\| above 0\.25 \| yes \|$/);
});

test('a limit that is relative to the training data says so', () => {
  expect(LINES.find((line) => line.includes('(#missing-share)'))).toMatch(/\| above r \+ 0\.05 \(1 − r\) \| yes \|$/);
});
