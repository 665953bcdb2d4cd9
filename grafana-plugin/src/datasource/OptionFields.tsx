import { t } from '@grafana/i18n';
import { Combobox } from '@grafana/ui';
import {
  applicableInputs,
  AVERAGES,
  COMPARISONS,
  DEFAULT_LOSS_QUANTILE,
  DEFAULT_MINIMUM_GROUP_SIZE,
  DEFAULT_QUANTILE,
  DEFAULT_SIGNIFICANCE,
  type Average,
  type Comparison,
  type Input,
  type MeasureInfo,
} from '@driftline/shared';
import { averageNames, comparisonNames, optionNames } from './option-names.ts';
import { FIELD_WIDTH, NumberField, QueryField, TextField } from './query-fields.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface Props {
  readonly measure: MeasureInfo;
  /** Minimum of observations that the data source asks for; that of the measure unless given. */
  readonly defaultMinimum?: number | undefined;
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

function significanceTooltip({ hasCriticalValue, isRate, aspects }: MeasureInfo): string {
  if (hasCriticalValue) {
    return t(
      'datasource.option-fields.tooltip-significance',
      'Hides values that noise alone may have caused: within the critical value, beyond which it goes with this probability in any of the features of a model, or comparisons of groups, such as 0.05. Empty: all values are shown.',
    );
  }
  if (!isRate && aspects.includes('lower'))
    return t('datasource.option-fields.tooltip-interval', 'Probability that the interval misses the true value.');
  return isRate
    ? t(
        'datasource.option-fields.tooltip-wilson',
        'Probability that the Wilson interval misses the true rate, of any of the features of a model for a share of features.',
      )
    : t('datasource.option-fields.tooltip-noise', 'Probability that noise alone exceeds the value.');
}

function minimumPlaceholder({ minimumObservations, observationsPerBin }: MeasureInfo): string {
  return observationsPerBin === 0
    ? `${minimumObservations}`
    : t('datasource.option-fields.minimum-and-per-bin', '{{minimum}}, and {{perBin}} a bin', {
        minimum: minimumObservations,
        perBin: observationsPerBin,
      });
}

/** What changes how a measure is computed, each with a default. */
export function OptionFields({ measure, defaultMinimum, query, change }: Props) {
  const inputs = applicableInputs(measure.inputs, query.of);
  const takes = (input: Input): boolean => inputs.includes(input);
  return (
    <>
      {takes('favorable') && (
        <TextField
          label={optionNames().favorable}
          tooltip={t(
            'datasource.option-fields.tooltip-favorable',
            "The class that is good for a person, such as an approved loan. Empty: the one in the model's profile.",
          )}
          placeholder={t('datasource.option-fields.placeholder-from-the-profile', 'from the profile')}
          value={query.favorable}
          onChange={(favorable) => change({ favorable })}
        />
      )}
      {takes('compare') && (
        <QueryField
          label={optionNames().compare}
          tooltip={t(
            'datasource.option-fields.tooltip-compare',
            'Each group with the reference group, or the lowest rate with the highest. By default each attribute is compared with its reference group where the query or the profile names one.',
          )}
        >
          {(id) => (
            <Combobox<Comparison>
              id={id}
              width={FIELD_WIDTH}
              isClearable
              placeholder={t('datasource.option-fields.placeholder-as-the-profile-says', 'as the profile says')}
              value={query.compare ?? null}
              options={COMPARISONS.map((value) => ({ value, label: comparisonNames()[value] }))}
              onChange={(option) => change({ compare: option?.value })}
            />
          )}
        </QueryField>
      )}
      {takes('privileged') && query.compare !== 'extremes' && (
        <TextField
          label={optionNames().privileged}
          tooltip={t(
            'datasource.option-fields.tooltip-privileged',
            "The group that each other is compared with, such as Male. Empty: the one in the model's profile.",
          )}
          placeholder={t('datasource.option-fields.placeholder-from-the-profile', 'from the profile')}
          value={query.privileged}
          onChange={(privileged) => change({ privileged })}
        />
      )}
      {takes('average') && (
        <QueryField
          label={optionNames().average}
          tooltip={t(
            'datasource.option-fields.tooltip-values-classes-combined',
            'How the values of the classes are combined.',
          )}
        >
          {(id) => (
            <Combobox<Average>
              id={id}
              width={FIELD_WIDTH}
              value={query.average ?? 'favorable'}
              options={AVERAGES.map((value) => ({ value, label: averageNames()[value] }))}
              onChange={({ value }) => change({ average: value === 'favorable' ? undefined : value })}
            />
          )}
        </QueryField>
      )}
      {takes('quantile') && (
        <NumberField
          label={optionNames().quantile}
          tooltip={t(
            'datasource.option-fields.tooltip-quantile',
            'Between 0 and 1: 0.99 is what 99 of 100 values lie below, such as the time within which 99 of 100 predictions are made.',
          )}
          placeholder={measure.id === 'pinball-loss' ? DEFAULT_LOSS_QUANTILE : DEFAULT_QUANTILE}
          value={query.quantile}
          onChange={(quantile) => change({ quantile })}
        />
      )}
      {takes('minimumObservations') && (
        <NumberField
          label={optionNames().minimumObservations}
          tooltip={t(
            'datasource.option-fields.tooltip-minimum-observations',
            'Below this number of observations in the window there is no value, because it would be mostly noise.',
          )}
          placeholder={defaultMinimum ?? minimumPlaceholder(measure)}
          value={query.minimumObservations}
          onChange={(minimumObservations) => change({ minimumObservations })}
        />
      )}
      {takes('minimumGroupSize') && (
        <NumberField
          label={optionNames().minimumGroupSize}
          tooltip={t(
            'datasource.option-fields.tooltip-minimum-group-size',
            'People in the window below whom nothing of a group is shown, however few observations are enough.',
          )}
          placeholder={DEFAULT_MINIMUM_GROUP_SIZE}
          value={query.minimumGroupSize}
          onChange={(minimumGroupSize) => change({ minimumGroupSize })}
        />
      )}
      {takes('significance') && (
        <NumberField
          label={optionNames().significance}
          tooltip={significanceTooltip(measure)}
          placeholder={
            measure.hasCriticalValue
              ? t('datasource.option-fields.show-all-values', 'show all values')
              : DEFAULT_SIGNIFICANCE
          }
          value={query.significance}
          onChange={(significance) => change({ significance })}
        />
      )}
    </>
  );
}
