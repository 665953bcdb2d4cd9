import type { CollectionResult, MetricProducer } from '@opentelemetry/sdk-metrics';
import { METRICS, segmentMetric } from '@driftline/shared';

/** What measures of outcomes read. */
const NAMES: ReadonlySet<string> = new Set(
  [
    METRICS.outcomes,
    METRICS.outcomeError,
    METRICS.outcomeErrorSquared,
    METRICS.outcomeDeviation,
    METRICS.outcomeProblems,
    METRICS.outcomeScores,
    METRICS.outcomeScoreExpected,
    METRICS.outcomeScoreErrorSquared,
    METRICS.outcomeScoreLogLoss,
    METRICS.referencePerformance,
    METRICS.referencePredictionFavorable,
    METRICS.referenceGroupPrivileged,
  ].flatMap((metric) => [metric.name, segmentMetric(metric).name]),
);

/** Leaves out what says nothing of outcomes: each push is an instance of its own, and need not add series of features. */
export function outcomesOf(producer: MetricProducer): MetricProducer {
  return {
    async collect(options): Promise<CollectionResult> {
      const { resourceMetrics, errors } = await producer.collect(options);
      const scopeMetrics = resourceMetrics.scopeMetrics.map(({ scope, metrics }) => ({
        scope,
        metrics: metrics.filter(({ descriptor }) => NAMES.has(descriptor.name)),
      }));
      return { resourceMetrics: { ...resourceMetrics, scopeMetrics }, errors };
    },
  };
}
