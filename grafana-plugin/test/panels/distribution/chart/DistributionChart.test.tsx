/** @jest-environment jsdom */
import '../../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_PSI_LIMITS } from '../../../../src/panels/common/default-limits.ts';
import { DistributionChart } from '../../../../src/panels/distribution/chart/DistributionChart.tsx';
import type { Distribution } from '../../../../src/panels/distribution/distributions.ts';

const AGE: Distribution = {
  name: 'age',
  bins: [
    { label: '≤25', reference: 0.75, live: 0.5, contribution: 0.0123 },
    { label: '>25', reference: 0.25, live: 0.5, contribution: 0.1733 },
  ],
  psi: 0.1856,
  limits: DEFAULT_PSI_LIMITS,
};

function draw(distribution = AGE, showContributions = true): SVGElement {
  render(
    <DistributionChart distribution={distribution} width={400} height={300} showContributions={showContributions} />,
  );
  return screen.getByRole('img', { name: 'Distribution of age' }) as unknown as SVGElement;
}

/** Heights of the two bars of a bin, reference first. */
function heights(chart: Element, bin: string): number[] {
  const [, ...bars] = chart.querySelectorAll(`g[data-bin="${bin}"] rect`);
  return bars.map((bar) => Number(bar.getAttribute('height')));
}

test('bars are as high as their shares', () => {
  const chart = draw();
  const [reference = 0, live = 0] = heights(chart, '≤25');
  expect(reference / live).toBeCloseTo(1.5, 6);
  expect(heights(chart, '>25')).toEqual([expect.closeTo(reference / 3, 6), expect.closeTo(live, 6)]);
});

test('each bin has its label and its contribution', () => {
  const text = draw().textContent;
  for (const each of ['≤25', '>25', '0.012', '0.173', '0%']) expect(text).toContain(each);
});

test('contributions can be hidden', () => {
  expect(draw(AGE, false).textContent).not.toContain('0.173');
});

test('a bin under the pointer shows its numbers', async () => {
  const bin = draw().querySelector('g[data-bin=">25"]');
  await userEvent.hover(bin as Element);
  expect(screen.getByRole('tooltip').textContent).toBe('>25Reference 25%Live 50%Contributes 0.1733 to the PSI');
  await userEvent.unhover(bin as Element);
  expect(screen.queryByRole('tooltip')).toBeNull();
});

test('a long label is shortened and has its whole text as a title', () => {
  const label = 'Married-AF-spouse-absent';
  const chart = draw({ ...AGE, bins: [{ label, reference: 1, live: 1 }] });
  expect(chart.textContent).toContain('Married-AF-spou…');
  expect(chart.querySelector('title')?.textContent).toBe(label);
});
