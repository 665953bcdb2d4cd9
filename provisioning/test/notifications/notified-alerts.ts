import type { NotifiedAlert } from './render.ts';

const START = '2026-11-28T14:05:00Z';
const END = '2026-11-28T15:20:00Z';

const labels = { ml_model_name: 'income', ml_model_version: '1.4.0' };
const RUNBOOK = 'https://docs.example.org/measures.md';

function psi(feature: string, value: string, severity: 'critical' | 'warning', own: Partial<NotifiedAlert> = {}) {
  const limit = severity === 'critical' ? '0.25' : '0.1';
  return {
    labels: {
      ...labels,
      alertname: `Feature drift: PSI above ${limit}`,
      severity,
      driftline: 'drift',
      driftline_measure: 'psi',
      ml_feature_name: feature,
    },
    annotations: {
      summary: `PSI of ${feature} (income 1.4.0) is ${value}, above ${limit}`,
      description:
        'Look at the distribution bin by bin. Fix upstream faults (a changed unit, a lost source) at the source.',
      runbook_url: `${RUNBOOK}#psi`,
    },
    startsAt: START,
    ...own,
  };
}

/** Alerts that come in one message, by what the message shows. */
export const MESSAGES: Readonly<Record<string, readonly NotifiedAlert[]>> = {
  'one warning': [psi('age', '0.131', 'warning')],
  'two critical features, of which one is over': [
    psi('age', '0.682', 'critical'),
    psi('hours per week', '0.291', 'critical', { endsAt: END }),
  ],
  'more features than a message has room for': Array.from({ length: 14 }, (_, i) => psi(`f${i}`, '0.300', 'critical')),
  'two kinds of alerts of one family, with names that Slack would read as a link': [
    {
      labels: {
        ...labels,
        alertname: 'Missing values: 5 points above the training share',
        severity: 'critical',
        driftline: 'data quality',
        driftline_measure: 'missing-share',
        ml_feature_name: 'income <=50K & more',
      },
      annotations: {
        summary: 'Missing share of income <=50K & more (income 1.4.0) is 9.1%',
        description: 'Find out where the values get lost.',
      },
      startsAt: START,
    },
    {
      labels: {
        ...labels,
        alertname: 'Unseen categories: 5 points above the training share',
        severity: 'critical',
        driftline: 'data quality',
        driftline_measure: 'unseen-share',
        ml_feature_name: 'occupation',
      },
      annotations: {
        summary: 'Unseen share of occupation (income 1.4.0) is 7.0%',
        description: 'A category is new, or its spelling changed.',
      },
      startsAt: START,
    },
  ],
  'an unfair model': [
    {
      labels: {
        ...labels,
        alertname: 'Fairness: disparate impact below 0.8',
        severity: 'critical',
        driftline: 'fairness',
        driftline_measure: 'disparate-impact',
        ml_group_attribute: 'sex',
        ml_group_value: 'Female',
      },
      annotations: {
        summary: 'Disparate impact of sex Female (income 1.4.0) is 0.710, below 0.8',
        description: 'Compare the selection rates of the groups.',
      },
      startsAt: START,
    },
  ],
  'a model without metrics, whose name is no address': [
    {
      labels: {
        alertname: 'Telemetry lost',
        severity: 'critical',
        driftline: 'traffic',
        driftline_measure: 'telemetry-lost',
        ml_model_name: 'credit / limits +1',
      },
      annotations: {
        summary: 'credit / limits +1 sends no metrics',
        description: 'Look whether the service runs, then at the way of its metrics.',
      },
      startsAt: START,
    },
  ],
  'all over': [
    psi('age', '0.682', 'critical', { endsAt: END }),
    psi('hours per week', '0.291', 'critical', { endsAt: END }),
  ],
};
