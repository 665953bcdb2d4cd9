/** @jest-environment jsdom */
import '../jsdom.ts';
import { render, screen } from '@testing-library/react';
import { lazily } from '../../src/common/lazily.tsx';

test('a component is loaded when it is shown', async () => {
  const load = jest.fn().mockResolvedValue(({ name }: { name: string }) => <p>Hello {name}</p>);
  const Lazy = lazily<{ name: string }>(load);
  expect(load).not.toHaveBeenCalled();
  render(<Lazy name="income" />);
  expect(screen.getByText('Loading…')).toBeTruthy();
  expect(await screen.findByText('Hello income')).toBeTruthy();
});
