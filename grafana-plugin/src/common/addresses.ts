/** Where Grafana has the pages of the app. */
const APP = '/a/driftline-model-app';

export const MODELS = `${APP}/models`;

/** What follows from page to page: data source, time and how measures are asked. */
export const KEPT_KEYS = [
  'from',
  'to',
  'timezone',
  'refresh',
  'var-ds',
  'var-window',
  'var-version',
  'var-baseline',
] as const;

/** The tabs of a model, as they stand in its address. */
export type TabId =
  'overview' | 'drift' | 'data-quality' | 'performance' | 'fairness' | 'versions' | 'serving' | 'alerts';

/** The address of a model's page. */
export function modelAddress(model: string, tab: TabId = 'overview'): string {
  return `${MODELS}/${encodeURIComponent(model)}/${tab}`;
}

/**
 * An address with what follows from page to page.
 *
 * @param search - of the present address
 * @param own - fields that the address gets besides, or loses
 */
export function withKept(
  address: string,
  search: string,
  own: Readonly<Record<string, string | undefined>> = {},
): string {
  const present = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const key of KEPT_KEYS) for (const value of present.getAll(key)) kept.append(key, value);
  for (const [key, value] of Object.entries(own)) {
    if (value === undefined) kept.delete(key);
    else kept.set(key, value);
  }
  const text = kept.toString();
  return text === '' ? address : `${address}?${text}`;
}
