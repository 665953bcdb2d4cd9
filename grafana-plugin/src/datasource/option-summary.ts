import { t } from '@grafana/i18n';
import { applicableInputs, type Input, type MeasureInfo } from '@driftline/shared';
import { isOfLimits } from './fit-query.ts';
import { labelFilterText } from './label-filter-text.ts';
import { aspectNames, averageNames, comparisonNames, formatNames, optionNames } from './option-names.ts';
import type { Place } from './places.ts';
import type { CompleteQuery } from './types.ts';

type Option = keyof ReturnType<typeof optionNames>;

/** The attribute with the values that are chosen, such as `country: DE, FR`. */
function segmentText({ segment }: CompleteQuery): string | undefined {
  const { name, values = [] } = segment ?? {};
  return name === undefined || values.length === 0 ? name : `${name}: ${values.join(', ')}`;
}

/** The options of a query that are set, such as `Window: 5m · Format: Table`: what the options hide while they are closed. */
export function optionSummary(query: CompleteQuery, measure: MeasureInfo, place: Place): string {
  const { show, format, instant, average, compare, legend, resolvedBy, byReplica } = query;
  const inputs: readonly string[] = applicableInputs(measure.inputs, query.of);
  const input = (name: Input & keyof CompleteQuery & Option): readonly [Option, unknown] => [
    name,
    inputs.includes(name) ? query[name] : undefined,
  ];
  const panel = place === 'panel' ? { format, instant, legend } : {};
  const set: ReadonlyArray<readonly [Option, unknown]> = [
    ['window', query.window],
    ['show', show === 'value' ? undefined : show && aspectNames()[show]],
    ['format', panel.format && formatNames()[panel.format]],
    ['instant', panel.instant === true ? t('datasource.result-fields.instant', 'Instant') : undefined],
    input('favorable'),
    ['compare', compare && comparisonNames()[compare]],
    input('privileged'),
    ['average', average && averageNames()[average]],
    input('quantile'),
    input('minimumObservations'),
    input('minimumGroupSize'),
    input('significance'),
    ['segment', segmentText(query)],
    ['labelFilters', labelFilterText(query.labelFilters)],
    ['legend', panel.legend],
    ['byReplica', byReplica === true ? t('datasource.option-summary.yes', 'yes') : undefined],
    [
      'resolvedBy',
      resolvedBy && isOfLimits(query)
        ? t('datasource.option-summary.resolved-by', '{{limit}} over {{- window}}', { ...resolvedBy })
        : undefined,
    ],
  ];
  return set
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([option, value]) => `${optionNames()[option]}: ${String(value)}`)
    .join(' · ');
}
