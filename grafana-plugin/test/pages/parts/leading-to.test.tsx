/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { LinkButton, TextLink } from '@grafana/ui';
import { locationService } from '@grafana/runtime';
import { leadingTo } from '../../../src/pages/parts/leading-to.ts';

const ADDRESS = '/a/driftline-model-app/models/team%2Fincome/overview?var-version=1.0%2Bbuild&feature=a%26b';

test.each([
  ['a text', <TextLink {...leadingTo(ADDRESS)}>Go</TextLink>],
  ['a button', <LinkButton {...leadingTo(ADDRESS)}>Go</LinkButton>],
])('%s leads to the address as it is, whatever the names in it', async (_, link) => {
  const push = jest.spyOn(locationService, 'push').mockImplementation(() => undefined);
  render(<MemoryRouter>{link}</MemoryRouter>);
  await userEvent.click(screen.getByRole('link', { name: 'Go' }));
  expect(push.mock.calls).toEqual([[ADDRESS]]);
  push.mockRestore();
});

test('a click for another tab is left to the browser', () => {
  const event = { button: 0, ctrlKey: true, preventDefault: jest.fn() };
  leadingTo(ADDRESS).onClick(event as never);
  expect(event.preventDefault).not.toHaveBeenCalled();
});
