/** @jest-environment jsdom */
import '../../jsdom.ts';
import { AppPlugin } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { appLinks } from '../../../workbench/src/host/app-links.ts';
import { loadPlugin } from '../../../workbench/src/host/load-plugin.ts';

jest.mock('../../../workbench/src/host/load-plugin.ts', () => ({ loadPlugin: jest.fn() }));

const MENU = 'grafana/dashboard/panel/menu';
const onClick = jest.fn();

beforeAll(() => {
  const app = new AppPlugin()
    .addLink({ title: 'Elsewhere', description: '', targets: 'grafana/explore/toolbar/action', path: '/a/app' })
    .addLink({ title: 'Never', description: '', targets: [MENU], path: '/a/app', configure: () => undefined })
    .addLink({
      title: 'Page',
      description: '',
      targets: [MENU],
      path: '/a/app',
      configure: () => ({ path: '/a/app/1' }),
    })
    .addLink({ title: 'Action', description: '', targets: MENU, onClick });
  jest.mocked(loadPlugin).mockResolvedValue(app);
});

test('links of the place are given as they are configured for what is shown there', async () => {
  const [page, action, ...others] = await appLinks(MENU, { id: 4 });
  expect(others).toEqual([]);
  expect([page?.title, page?.path, action?.title, action?.path]).toEqual(['Page', '/a/app/1', 'Action', undefined]);
  page?.follow();
  expect(locationService.getLocation().pathname).toBe('/a/app/1');
  action?.follow();
  expect(onClick.mock.calls[0]?.[1]).toMatchObject({ context: { id: 4 }, extensionPointId: MENU });
});
