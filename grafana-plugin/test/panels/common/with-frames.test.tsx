/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import { getDefaultTimeRange, LoadingState, type PanelData } from '@grafana/data';
import { withFrames } from '../../../src/panels/common/with-frames.tsx';
import { measureFrame } from '../../frames.ts';
import { panelProps } from '../panel-props.ts';

const Panel = withFrames<object>(({ frames, height }) => <p>{`${frames.length} drawn in ${height}`}</p>);

function show(parts: Partial<PanelData>, height = 300): void {
  const data = { state: LoadingState.Done, series: [], timeRange: getDefaultTimeRange(), ...parts };
  render(<Panel {...panelProps([], {}, { data, height })} />);
}

const values = measureFrame({ measure: 'psi' }, {}, [0.1]);

test('frames take the whole panel', () => {
  show({ series: [values] });
  expect(screen.getByText('1 drawn in 300')).toBeTruthy();
});

test('regression: a failed query stands below what the others gave', () => {
  show({ series: [values], errors: [{ refId: 'B', message: 'The store is down.' }] });
  expect(screen.getByText('1 drawn in 278')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Query B: The store is down.');
});

test('regression: a dead store is an alert and nothing else', () => {
  show({ errors: [{ refId: 'A', message: 'The store is down.' }] });
  expect(screen.getByRole('alert').textContent).toBe('The query failedQuery A: The store is down.');
});

test('loading says so', () => {
  show({ state: LoadingState.Loading });
  expect(screen.getByText('Loading…')).toBeTruthy();
});

test('too few observations, in a panel of any size', () => {
  const custom = { noValues: { reason: 'too few observations', observations: 120, minimum: 200 } };
  show({ series: [{ length: 0, fields: [], meta: { custom } }] }, 90);
  expect(screen.getByRole('status').textContent).toMatch(/^Too few observations120 of 200/);
});
