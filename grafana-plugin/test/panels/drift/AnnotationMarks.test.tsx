/** @jest-environment jsdom */
import '../../jsdom.ts';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UPlotConfigBuilder } from '@grafana/ui';
import { AnnotationMarks } from '../../../src/panels/drift/AnnotationMarks.tsx';

const HTML = 'PSI of age 0.31 &gt; 0.25<br><a href="/a/driftline-model-app/models/income/drift">Open feature</a>';
const REGION = { from: 1200, to: 1600, text: HTML, tags: ['critical', 'age'], color: 'red' };

/** A chart over a second, as far as marks look at it. */
function drawnChart(annotations: (typeof REGION)[]): void {
  const hooks = new Map<string, (plot: object) => void>();
  const config = { addHook: (name: string, hook: (plot: object) => void) => hooks.set(name, hook) };
  render(<AnnotationMarks config={config as unknown as UPlotConfigBuilder} annotations={annotations} />);
  const over = document.body.appendChild(document.createElement('div'));
  act(() => hooks.get('draw')?.({ over, scales: { x: { min: 1000, max: 2000 } }, bbox: { width: 100 } }));
}

test('a region says what it is on hover, with its tags, and leads to its page', async () => {
  drawnChart([REGION]);
  const mark = screen.getByRole<HTMLAnchorElement>('link', { name: 'PSI of age 0.31 > 0.25 Open feature' });
  expect(mark.getAttribute('href')).toBe('/a/driftline-model-app/models/income/drift');
  expect(mark.style.left).toBe('20px');
  await userEvent.hover(mark);
  expect((await screen.findByRole('tooltip')).textContent).toContain('critical · age');
});

test('the keyboard reaches a mark, with or without a link', async () => {
  drawnChart([{ ...REGION, text: 'Deployed' }]);
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('img', { name: 'Deployed' }));
  expect((await screen.findByRole('tooltip')).textContent).toContain('Deployed');
});

test('a link that could do harm is none', () => {
  drawnChart([{ ...REGION, text: '<a href="javascript:alert(1)">Open</a>' }]);
  expect(screen.queryByRole('link')).toBeNull();
});
