/** @jest-environment jsdom */
import '../../jsdom.ts';
import { addressOf, chosenPage, PAGES } from '../../../workbench/src/pages/pages.ts';

jest.mock('../../../workbench/src/host/load-plugin.ts', () => ({ loadPlugin: jest.fn() }));

const open = (address: string): void => window.history.replaceState(undefined, '', address);

test.each(['dashboard', 'query', 'settings'])('the address asks for %s', (id) => {
  open(`/?page=${id}`);
  expect(chosenPage().id).toBe(id);
});

test('without a known page in the address it is the dashboard', () => {
  open('/?page=nowhere');
  expect(chosenPage().id).toBe('dashboard');
  open('/');
  expect(chosenPage().id).toBe('dashboard');
});

test('the address of a page keeps the rest', () => {
  open('/workbench/?theme=dark&page=query');
  expect(PAGES.map(({ id }) => addressOf(id))).toEqual([
    '/workbench/?theme=dark&page=dashboard',
    '/workbench/?theme=dark&page=query',
    '/workbench/?theme=dark&page=settings',
  ]);
});
