import { locationUtil, textUtil, type DataFrame } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { AnnotationsOf } from '@driftline/shared';
import { modelAddress, type TabId } from '../common/addresses.ts';

/** The tab that shows what annotations are of. */
const TABS: Readonly<Record<AnnotationsOf['annotations'], TabId>> = {
  drift: 'drift',
  'data quality': 'data-quality',
  fairness: 'fairness',
  performance: 'performance',
  traffic: 'serving',
  versions: 'versions',
};

/** Time that the page shows at least before and after an annotation. */
const MARGIN_MS = 30 * 60_000;

/**
 * Annotations whose text is the HTML that Grafana expects of them, with a link to the app's page of the model and feature
 * at that time. Other frames stay as they are.
 *
 * @param uid - of the data source
 * @param now - milliseconds since 1970, after which there is nothing to show
 */
export function withLinks(frame: DataFrame, uid: string, now: number): DataFrame {
  const custom = frame.meta?.custom as Partial<AnnotationsOf> | undefined;
  if (custom?.annotations === undefined) return frame;
  const of = { annotations: custom.annotations, ...(custom.window === undefined ? {} : { window: custom.window }) };
  const html = (text: unknown, row: number): string => {
    const escaped = textUtil.escapeHtml(String(text));
    const link = linkOf(frame, row, of, uid, now);
    return link === undefined
      ? escaped
      : `${escaped}<br><a href="${textUtil.escapeHtml(link.href)}">${textUtil.escapeHtml(link.text)}</a>`;
  };
  return {
    ...frame,
    fields: frame.fields.map((field) => (field.name === 'text' ? { ...field, values: field.values.map(html) } : field)),
  };
}

function linkOf(
  frame: DataFrame,
  row: number,
  { annotations, window }: AnnotationsOf,
  uid: string,
  now: number,
): { readonly href: string; readonly text: string } | undefined {
  const at = (name: string): unknown => frame.fields.find((field) => field.name === name)?.values[row];
  const named = (name: string): string => String(at(name) ?? '');
  // A histogram of another service has no page.
  const [model, version, feature] = [named('model'), named('version'), named('feature')];
  if (model === '') return undefined;
  const [from, to] = [Number(at('time')), Number(at('timeEnd'))];
  const margin = Math.max(MARGIN_MS, (to - from) / 2);
  const parameters = new URLSearchParams({
    'var-ds': uid,
    ...(window === undefined ? {} : { 'var-window': window }),
    from: String(Math.floor(from - margin)),
    to: String(Math.ceil(Math.max(to, Math.min(to + margin, now)))),
    ...(feature === '' ? {} : { feature, featureVersion: version }),
  });
  const href = locationUtil.assureBaseUrl(`${modelAddress(model, TABS[annotations])}?${parameters.toString()}`);
  return {
    href,
    text:
      feature === ''
        ? t('datasource.annotation-links.open-model', 'Open model')
        : t('datasource.annotation-links.open-feature', 'Open feature'),
  };
}
