/** @jest-environment jsdom */
import '../../jsdom.ts';
import { addressOf, chosenPage, PAGES } from '../../../workbench/src/pages/pages.ts';

jest.mock('../../../workbench/src/host/load-plugin.ts', () => ({ loadPlugin: jest.fn() }));

const open = (address: string): void => window.history.replaceState(undefined, '', address);

test.each(['dashboard', 'query', 'links', 'settings'])('the address asks for %s', (id) => {
  open(`/?page=${id}`);
  expect(chosenPage().id).toBe(id);
});

test('without a known page in the address it is the dashboard', () => {
  open('/?page=nowhere');
  expect(chosenPage().id).toBe('dashboard');
  open('/');
  expect(chosenPage().id).toBe('dashboard');
});

test("the app's pages have addresses of their own", () => {
  open('/a/driftline-model-app/models/income/drift?page=query');
  expect(chosenPage().id).toBe('models');
});

test("Explore has Grafana's address", () => {
  open('/explore?panes={}');
  expect(chosenPage().id).toBe('query');
});

test("the address of a page of the workbench's own keeps the rest", () => {
  open('/workbench/?theme=dark&page=query');
  expect(PAGES.map(addressOf)).toEqual([
    '/workbench/?theme=dark&page=dashboard',
    '/a/driftline-model-app?theme=dark',
    '/explore?theme=dark',
    '/workbench/?theme=dark&page=links',
    '/workbench/?theme=dark&page=settings',
  ]);
});

test("from a page of the app nothing of the app's is kept", () => {
  open('/a/driftline-model-app/models?var-window=1h');
  expect(PAGES.map(addressOf)).toEqual([
    '/workbench/?page=dashboard',
    '/a/driftline-model-app',
    '/explore',
    '/workbench/?page=links',
    '/workbench/?page=settings',
  ]);
});
