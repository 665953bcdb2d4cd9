/** @jest-environment jsdom */
import '../../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DistributionChart } from '../../../../src/panels/distribution/chart/DistributionChart.tsx';
import { distributions, type Distribution } from '../../../../src/panels/distribution/distributions.ts';
import { distributionFrame } from '../../../frames.ts';

const of = (bins: readonly string[], training: readonly number[], live: readonly number[]): Distribution => {
  const [only] = distributions([
    distributionFrame(
      'age',
      {
        'Training data': training,
        'Training data count': training.map((share) => 1000 * share),
        Live: live,
        'Live count': live.map((share) => 400 * share),
        Contribution: [0.0123, 0.1733].slice(0, bins.length),
      },
      { baseline: 'Training data', value: 0.1856 },
      bins,
    ),
  ]);
  if (only === undefined) throw new Error('The frame holds no distribution.');
  return only;
};
const AGE = of(['≤25', '>25'], [0.75, 0.25], [0.5, 0.5]);

function draw(distribution = AGE, parts: { show?: 'share' | 'count'; showContributions?: boolean } = {}): HTMLElement {
  const { show = 'share', showContributions = true } = parts;
  render(
    <DistributionChart
      distribution={distribution}
      colors={['gray', 'orange']}
      show={show}
      width={400}
      height={300}
      showContributions={showContributions}
      hasTooltip
    />,
  );
  return screen.getByRole('application', { name: 'Distribution of age' });
}

/** Heights of the bars of a bin, in the order of the sides. */
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

test('on demand, bars are as high as their counts', () => {
  const [reference = 0, live = 0] = heights(draw(AGE, { show: 'count' }), '≤25');
  expect(reference / live).toBeCloseTo(750 / 200, 6);
});

test('each bin has its label and its contribution, which can be hidden', () => {
  const text = draw().textContent;
  for (const each of ['≤25', '>25', '0.012', '0.173', '0%']) expect(text).toContain(each);
  document.body.innerHTML = '';
  expect(draw(AGE, { showContributions: false }).textContent).not.toContain('0.173');
});

test('a bin under the pointer shows its numbers', async () => {
  const bin = draw().querySelector('g[data-bin=">25"]');
  await userEvent.hover(bin as Element);
  expect(screen.getByRole('tooltip').textContent).toBe('>25Training data25% (250)Live50% (200)Part of the PSI0.1733');
  await userEvent.unhover(bin as Element);
  expect(screen.queryByRole('tooltip')).toBeNull();
});

test('arrow keys go from bin to bin, and what is there is said', async () => {
  const { container } = { container: draw().parentElement as HTMLElement };
  const said = (): string => container.querySelector('[aria-live]')?.textContent ?? '';
  expect(said()).toBe('2 bins. Most moved: ≤25: Training data 75% (750), Live 50% (200)');
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  expect(said()).toContain('≤25: Training data 75% (750)');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(said()).toContain('>25: Training data 25% (250), Live 50% (200), Part of the PSI 0.1733');
  await userEvent.keyboard('{Escape}');
  expect(said()).toContain('Most moved');
});

test('a hidden side has no bar', () => {
  const [training, live] = AGE.sides;
  if (training === undefined || live === undefined) throw new Error('A side is missing.');
  expect(heights(draw({ ...AGE, sides: [{ ...training, isHidden: true }, live] }), '≤25')).toHaveLength(1);
});

test('a long label is shortened and has its whole text as a title', () => {
  const label = 'Married-AF-spouse-absent';
  const chart = draw(of([label], [1], [1]));
  expect(chart.textContent).toContain('Married-AF-spou…');
  expect(chart.querySelector('title')?.textContent).toBe(label);
});
