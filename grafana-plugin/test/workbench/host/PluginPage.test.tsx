/** @jest-environment jsdom */
import '../../jsdom.ts';
import { render, screen, within } from '@testing-library/react';
import { PageLayoutType, type NavModelItem } from '@grafana/data';
import { LocationRouter } from '../../../workbench/src/host/LocationRouter.tsx';
import { PluginPage } from '../../../workbench/src/host/PluginPage.tsx';

const parent: NavModelItem = { text: 'Models', url: '/models' };
const page: NavModelItem = {
  text: 'income',
  url: '/models/income',
  parentItem: parent,
  children: [
    { text: 'Overview', url: '/models/income/overview', active: true },
    { text: 'Drift', url: '/models/income/drift' },
  ],
};

const renderPage = (more: object = {}): void => {
  render(
    <LocationRouter>
      <PluginPage pageNav={page} {...more}>
        content
      </PluginPage>
    </LocationRouter>,
  );
};

test('has breadcrumbs, a title, actions and tabs', () => {
  renderPage({ actions: <button>Refresh</button> });
  const crumbs = screen.getByRole('navigation', { name: 'Breadcrumbs' });
  expect(within(crumbs).getByRole('link', { name: 'Models' }).getAttribute('href')).toBe('/models');
  expect(within(crumbs).getByText('income').getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('heading', { name: 'income' })).toBeTruthy();
  expect(screen.getByRole('tab', { name: 'Overview' }).getAttribute('aria-selected')).toBe('true');
  expect(screen.getByRole('tab', { name: 'Drift' }).getAttribute('href')).toBe('/models/income/drift');
  expect(screen.getByRole('button', { name: 'Refresh' })).toBeTruthy();
});

test('a page that draws its own frame has none', () => {
  renderPage({ layout: PageLayoutType.Custom });
  expect(screen.queryByRole('navigation')).toBeNull();
  expect(screen.getByText('content')).toBeTruthy();
});
