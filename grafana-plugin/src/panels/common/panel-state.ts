import { t } from '@grafana/i18n';
import { FieldType, LoadingState, type DataFrame, type DataQueryError, type PanelData } from '@grafana/data';
import { explain, type Explanation } from '../../common/explain.ts';
import type { ExplainedNoValues } from '../../common/no-values.ts';
import { frameMeta } from './frame-meta.ts';

/** What a panel has to show. */
export type PanelState =
  | { readonly kind: 'loading' }
  | ({ readonly kind: 'nothing asked' | 'error' | ExplainedNoValues['reason'] } & Explanation)
  /** `asides` are sentences about the queries that gave no values, beside those that did. */
  | { readonly kind: 'values'; readonly frames: readonly DataFrame[]; readonly asides: readonly string[] };

/**
 * What a panel shows of its data, the same for every panel: a store that does not answer is never taken for a model
 * without drift, and a query that fails does not empty the others.
 */
export function panelState(data: PanelData): PanelState {
  const errors = errorsOf(data).map((error) => errorSentence(error, data));
  const frames = data.series.filter(hasValues);
  const empty = data.series.flatMap((frame) => {
    const { noValues } = frameMeta(frame);
    return noValues === undefined ? [] : [{ refId: frame.refId, noValues }];
  });
  if (frames.length > 0) {
    const others = empty.map(({ refId, noValues }) => aside(refId, sentenceOf(explain(noValues)), data));
    return { kind: 'values', frames, asides: [...errors, ...others] };
  }
  if (errors.length > 0) {
    return {
      kind: 'error',
      title: t('panels.panel-state.title.the-query-failed', 'The query failed'),
      text: errors.join('\n'),
    };
  }
  const [first] = empty;
  if (first !== undefined) return { kind: first.noValues.reason, ...explain(first.noValues) };
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) return { kind: 'loading' };
  if (asksNothing(data)) {
    return {
      kind: 'nothing asked',
      title: t('panels.panel-state.title.nothing-is-asked', 'Nothing is asked'),
      text: t(
        'panels.panel-state.text.nothing-is-asked',
        'Add a query of a Driftline data source, and choose a measure.',
      ),
    };
  }
  return { kind: 'nothing recorded', ...explain({ reason: 'nothing recorded', needsOutcomes: false }) };
}

function hasValues(frame: DataFrame): boolean {
  return frame.fields.some(
    ({ type, values }) =>
      type !== FieldType.time &&
      (values as unknown[]).some((value) => value !== null && value !== undefined && !Number.isNaN(value)),
  );
}

function errorsOf({ errors, error }: PanelData): readonly DataQueryError[] {
  if (errors !== undefined && errors.length > 0) return errors;
  return error === undefined ? [] : [error];
}

function errorSentence({ refId, message, data: body, statusText }: DataQueryError, data: PanelData): string {
  const text =
    message ??
    body?.message ??
    body?.error ??
    statusText ??
    t('panels.panel-state.no-reason', 'The data source gives no reason.');
  const isAsked = data.request?.targets.some((target) => target.refId === refId) !== false;
  return refId === undefined || !isAsked ? text : ofQuery(refId, text);
}

/** Which of several queries is meant. */
function aside(refId: string | undefined, text: string, { request }: PanelData): string {
  return refId === undefined || request?.targets.length === 1 ? text : ofQuery(refId, text);
}

const ofQuery = (refId: string, text: string): string =>
  t('panels.panel-state.of-query', 'Query {{- refId}}: {{- text}}', { refId, text });

const sentenceOf = ({ title, text }: Explanation): string => `${title}. ${text}`;

function asksNothing({ request }: PanelData): boolean {
  return request !== undefined && request.targets.every(({ hide }) => hide === true);
}
