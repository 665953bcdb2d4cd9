/** @jest-environment jsdom */
import '../jsdom.ts';
import { FieldType, textUtil, toDataFrame, type DataFrame } from '@grafana/data';
import { withLinks } from '../../src/datasource/annotation-links.ts';

const HOUR = 3_600_000;

interface Row {
  readonly text?: string;
  readonly model?: string;
  readonly feature?: string;
  readonly time?: number;
  readonly timeEnd?: number;
}

const frameOf = (
  { text = 'PSI', model = 'income', feature = 'age', time = 10 * HOUR, timeEnd = 14 * HOUR }: Row,
  custom: object = { annotations: 'drift', window: '15m' },
): DataFrame =>
  toDataFrame({
    meta: { custom },
    fields: [
      { name: 'time', type: FieldType.time, values: [time] },
      { name: 'timeEnd', type: FieldType.time, values: [timeEnd] },
      { name: 'text', type: FieldType.string, values: [text] },
      { name: 'model', type: FieldType.string, values: [model] },
      { name: 'version', type: FieldType.string, values: ['2'] },
      { name: 'feature', type: FieldType.string, values: [feature] },
    ],
  });

/** The text as Grafana shows it: as HTML, without what could do harm. */
function shown(frame: DataFrame, now = 100 * HOUR): { text: string | undefined; link: HTMLAnchorElement | null } {
  const linked = withLinks(frame, 'driftline', now).fields.find(({ name }) => name === 'text');
  const element = document.createElement('div');
  element.innerHTML = textUtil.sanitize(linked?.values[0] as string);
  return { text: element.firstChild?.textContent ?? undefined, link: element.querySelector('a') };
}

const addressOf = (link: HTMLAnchorElement | null): URL => new URL(link?.href ?? '');

test('the link opens the feature at the time of the region, with time before and after it', () => {
  const { text, link } = shown(frameOf({}));
  expect([text, link?.textContent]).toEqual(['PSI', 'Open feature']);
  const { pathname, searchParams } = addressOf(link);
  expect(pathname).toBe('/a/driftline-model-app/models/income/drift');
  expect(Object.fromEntries(searchParams)).toEqual({
    'var-ds': 'driftline',
    'var-window': '15m',
    from: String(8 * HOUR),
    to: String(16 * HOUR),
    feature: 'age',
    featureVersion: '2',
  });
});

test('what goes on ends now', () => {
  expect(addressOf(shown(frameOf({}), 14 * HOUR).link).searchParams.get('to')).toBe(String(14 * HOUR));
});

test('a new version opens its model', () => {
  const { link } = shown(frameOf({ feature: '', timeEnd: 10 * HOUR }, { annotations: 'versions' }));
  expect(link?.textContent).toBe('Open model');
  const { pathname, searchParams } = addressOf(link);
  expect(pathname).toBe('/a/driftline-model-app/models/income/versions');
  expect([...searchParams.keys()]).toEqual(['var-ds', 'from', 'to']);
  expect(searchParams.get('from')).toBe(String(9.5 * HOUR));
});

test('hostile names are text', () => {
  const name = '<img src=x onerror=alert(1)>"&';
  const { text, link } = shown(frameOf({ text: name, model: 'a/b "c"', feature: name }));
  expect(text).toBe(name);
  expect(addressOf(link).pathname).toBe('/a/driftline-model-app/models/a%2Fb%20%22c%22/drift');
  expect(addressOf(link).searchParams.get('feature')).toBe(name);
});

test('without a model there is no link', () => {
  expect(shown(frameOf({ model: '' }))).toEqual({ text: 'PSI', link: null });
});

test('other frames stay as they are', () => {
  const frame = frameOf({}, { measure: 'psi' });
  expect(withLinks(frame, 'driftline', 0)).toBe(frame);
});
