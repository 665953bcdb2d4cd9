/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import { Message } from '../../../src/panels/common/Message.tsx';

test('a message fills its panel', () => {
  render(
    <Message width={300} height={150}>
      Nothing to draw.
    </Message>,
  );
  const box = screen.getByRole('status');
  expect(box.textContent).toBe('Nothing to draw.');
  expect(box.style).toMatchObject({ width: '300px', height: '150px' });
});
