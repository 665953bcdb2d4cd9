/** @jest-environment jsdom */
import '../jsdom.ts';
import { Component, type ReactNode } from 'react';
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

test('what is loaded is there at once the next time, and a failure is left to the parent', async () => {
  const load = jest.fn().mockResolvedValue(() => <p>Hello</p>);
  const Lazy = lazily(load);
  render(<Lazy />).unmount();
  render(<Lazy />);
  await screen.findByText('Hello');
  render(<Lazy />);
  expect(screen.getAllByText('Hello')).toHaveLength(2);

  const Failing = lazily(() => Promise.reject(new Error('The chunk is gone.')));
  class Boundary extends Component<{ readonly children: ReactNode }> {
    override state = { text: '' };

    static getDerivedStateFromError({ message }: Error) {
      return { text: message };
    }

    override render(): ReactNode {
      return this.state.text === '' ? this.props.children : this.state.text;
    }
  }
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <Boundary>
      <Failing />
    </Boundary>,
  );
  expect(await screen.findByText('The chunk is gone.')).toBeTruthy();
});
