import { count } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import { reference } from '../promql/reference.ts';
import { toPromql } from '../promql/to-promql.ts';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { AskList, type Answer, type Ask } from './asks.ts';
import { completeSettings } from './settings.ts';
import { describeFailure, failureOf } from './store-failure.ts';

/** Whether a data source works, as Grafana's *Save & test* shows it. */
export interface Health {
  readonly status: 'OK' | 'ERROR';
  readonly message: string;
  readonly details: { readonly severity: 'success' | 'warning' | 'error' };
}

export interface HealthRequest {
  /** Parsed `jsonData` of the data source. */
  readonly settings: unknown;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const WINDOW = '1h';

const COUNTED = {
  model: [METRICS.referenceRows, [labelOf(ATTRIBUTES.modelName)]],
  version: [METRICS.referenceRows, [labelOf(ATTRIBUTES.modelName), labelOf(ATTRIBUTES.modelVersion)]],
  feature: [
    METRICS.referenceFeatureMissingRatio,
    dimensionLabels(METRICS.referenceFeatureMissingRatio).filter(
      (label) => label !== labelOf(ATTRIBUTES.modelVersion) && label !== labelOf(ATTRIBUTES.profileId),
    ),
  ],
} as const;

/** What the store is asked: how many models, versions and features reported within the last hour. */
export function planHealth({ settings, now }: HealthRequest): { readonly asks: readonly Ask[] } | Health {
  try {
    const list = new AskList(completeSettings(settings).labelFilters);
    for (const [metric, by] of Object.values(COUNTED)) {
      const counted = count(reference(metric, { where: {}, window: WINDOW }, by)).by([]);
      list.add({ kind: 'instant', promql: toPromql(counted.build()), time: now / 1000 });
    }
    return { asks: list.asks };
  } catch (error) {
    return failing(failureOf(error).message);
  }
}

/** What to tell the person who set the data source up. */
export function answerHealth(answers: readonly Answer[], url: string): Health {
  for (const answer of answers) {
    if ('failure' in answer) return failing(describeFailure(answer.failure, url).message);
  }
  const [models = 0, versions = 0, features = 0] = answers.map((answer) =>
    'series' in answer ? (answer.series[0]?.values[0] ?? 0) : 0,
  );
  if (models === 0) {
    return {
      status: 'OK',
      message:
        'The store answers, but no model reported in the last hour. Add @driftline/otel to the service of a model, and ' +
        'check with `npx driftline doctor` that its metrics reach this store.',
      details: { severity: 'warning' },
    };
  }
  const message = [counted(models, 'model'), counted(versions, 'version'), counted(features, 'feature')].join(', ');
  return { status: 'OK', message: `${message} in the last hour.`, details: { severity: 'success' } };
}

function failing(message: string): Health {
  return { status: 'ERROR', message, details: { severity: 'error' } };
}

function counted(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}
