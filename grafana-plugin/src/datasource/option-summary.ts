import { applicableInputs, type Input, type MeasureInfo } from '@driftline/shared';
import { isOfLimits } from './fit-query.ts';
import { labelFilterText } from './label-filter-text.ts';
import { ASPECT_NAMES, AVERAGE_NAMES, COMPARISON_NAMES, FORMAT_NAMES, OPTION_NAMES } from './option-names.ts';
import type { Place } from './places.ts';
import type { CompleteQuery } from './types.ts';

type Option = keyof typeof OPTION_NAMES;

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
    ['show', show === 'value' ? undefined : show && ASPECT_NAMES[show]],
    ['format', panel.format && FORMAT_NAMES[panel.format]],
    ['instant', panel.instant === true ? 'Instant' : undefined],
    input('favorable'),
    ['compare', compare && COMPARISON_NAMES[compare]],
    input('privileged'),
    ['average', average && AVERAGE_NAMES[average]],
    input('quantile'),
    input('minimumObservations'),
    input('minimumGroupSize'),
    input('significance'),
    ['labelFilters', labelFilterText(query.labelFilters)],
    ['legend', panel.legend],
    ['byReplica', byReplica === true ? 'yes' : undefined],
    ['resolvedBy', resolvedBy && isOfLimits(query) ? `${resolvedBy.limit} over ${resolvedBy.window}` : undefined],
  ];
  return set
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([option, value]) => `${OPTION_NAMES[option]}: ${String(value)}`)
    .join(' · ');
}
