import { t } from '@grafana/i18n';
import { EditorField, QueryOptionGroup } from '@grafana/plugin-ui';
import { Combobox, RadioButtonGroup, Switch } from '@grafana/ui';
import type { Aspect, Format, MeasureInfo } from '@driftline/shared';
import { canBeByReplica, isOfLimits } from './fit-query.ts';
import { LabelFilterFields } from './LabelFilterFields.tsx';
import { measureAspects } from './measure-aspects.ts';
import { OptionFields } from './OptionFields.tsx';
import { aspectNames, formatNames, optionNames } from './option-names.ts';
import { optionSummary } from './option-summary.ts';
import type { Place } from './places.ts';
import { FIELD_WIDTH, QueryField, TextField } from './query-fields.tsx';
import { ResolvedByFields } from './ResolvedByFields.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface FieldsProps {
  readonly measure: MeasureInfo;
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

interface Props extends FieldsProps {
  readonly place: Place;
  /** Minimum of observations that the data source asks for; that of the measure unless given. */
  readonly defaultMinimum?: number | undefined;
}

const WINDOWS = ['1m', '5m', '15m', '1h', '6h', '1d', '7d'];
/** A panel has an interval and a time range; rules and annotations ask at times of their own. */
const PANEL_WINDOWS = ['$__rate_interval', '$__range'];
const types = () => [
  { label: t('datasource.result-fields.range', 'Range'), value: false },
  { label: t('datasource.result-fields.instant', 'Instant'), value: true },
];

/** What has a default, closed until it is wanted, with a line that says what is set. */
export function QueryOptions({ measure, query, change, place, defaultMinimum }: Props) {
  const windows = place === 'rule' ? WINDOWS : [...WINDOWS, ...PANEL_WINDOWS];
  const aspects = measureAspects(measure, query).filter(
    (show) => place !== 'annotation' || isOfLimits({ ...query, show }),
  );
  return (
    <QueryOptionGroup
      title={t('datasource.query-options.title-options', 'Options')}
      collapsedInfo={[optionSummary(query, measure, place)]}
    >
      <QueryField
        label={optionNames().window}
        tooltip={t(
          'datasource.query-options.tooltip-which-observations-counted',
          'The time over which observations are counted.',
        )}
      >
        {(id) => (
          <Combobox
            id={id}
            width={FIELD_WIDTH}
            createCustomValue
            customValueDescription={t('datasource.query-options.a-duration-or-variable', 'A duration, or a variable')}
            value={query.window}
            options={windows.map((value) => ({ value }))}
            onChange={({ value }) => change({ window: value })}
          />
        )}
      </QueryField>
      {aspects.length > 1 && (
        <QueryField
          label={optionNames().show}
          tooltip={t(
            'datasource.query-options.tooltip-measure-itself-number-behind',
            'The measure itself, or a number behind it.',
          )}
        >
          {(id) => (
            <Combobox<Aspect>
              id={id}
              width={FIELD_WIDTH}
              value={query.show ?? 'value'}
              options={aspects.map((value) => ({ value, label: aspectNames()[value] }))}
              onChange={({ value }) => change({ show: value === 'value' ? undefined : value })}
            />
          )}
        </QueryField>
      )}
      {place === 'panel' && <ResultFields measure={measure} query={query} change={change} />}
      <OptionFields measure={measure} defaultMinimum={defaultMinimum} query={query} change={change} />
      {(place === 'panel' || query.byReplica === true) && canBeByReplica(query) && (
        <QueryField
          label={optionNames().byReplica}
          tooltip={t(
            'datasource.query-options.by-replica-tooltip',
            'A value for each replica of the service by itself, with enough observations of its own: to find the one that differs. A rule or an annotation is of all replicas together.',
          )}
        >
          {(id) => (
            <Switch
              id={id}
              value={query.byReplica === true}
              onChange={({ currentTarget }) => change({ byReplica: currentTarget.checked ? true : undefined })}
            />
          )}
        </QueryField>
      )}
      {/* A panel may show what a rule asks for. */}
      {(place === 'rule' || query.resolvedBy !== undefined) && isOfLimits(query) && (
        <ResolvedByFields query={query} change={change} />
      )}
      <EditorField
        label={optionNames().labelFilters}
        tooltip={t(
          'datasource.query-options.tooltip-label-filters',
          'Series that do not match are not counted. They narrow what the data source enforces further.',
        )}
      >
        <LabelFilterFields
          filters={query.labelFilters}
          onChange={(filters) => change({ labelFilters: filters.length === 0 ? undefined : filters })}
        />
      </EditorField>
    </QueryOptionGroup>
  );
}

/** In which form a panel gets the values. A table has one row for each feature, group or model: there is no range of it. */
function ResultFields({ measure, query: { instant, format = 'timeseries', legend }, change }: FieldsProps) {
  const isAtEnd = format === 'table' || format === 'distribution';
  return (
    <>
      <QueryField
        label={optionNames().format}
        tooltip={t(
          'datasource.result-fields.tooltip-format',
          'Time series: one series for each feature, group or model. Table: one row for each, with its value, counts and limits at the end of the time range. Distribution: both sides of each distribution, bin by bin. Confusion matrix: outcomes by predicted and actual class.',
        )}
      >
        {(id) => (
          <Combobox<Format>
            id={id}
            width={FIELD_WIDTH}
            value={format}
            options={measure.formats.map((value) => ({ value, label: formatNames()[value] }))}
            onChange={({ value }) => change({ format: value === 'timeseries' ? undefined : value })}
          />
        )}
      </QueryField>
      <QueryField
        label={optionNames().instant}
        tooltip={t(
          'datasource.result-fields.tooltip-type',
          'Range: values over the time range. Instant: one value at its end.',
        )}
        disabled={isAtEnd}
      >
        {(id) => (
          <RadioButtonGroup
            id={id}
            options={types()}
            value={isAtEnd || instant === true}
            onChange={(value) => change({ instant: value ? true : undefined })}
          />
        )}
      </QueryField>
      {format === 'timeseries' && (
        <TextField
          label={optionNames().legend}
          tooltip={t(
            'datasource.result-fields.tooltip-legend',
            "Name of each line, with values of labels in braces. Empty: the name of the measure's own.",
          )}
          // eslint-disable-next-line @grafana/i18n/no-untranslated-strings -- a label
          placeholder="{{ml_feature_name}}"
          value={legend}
          onChange={(next) => change({ legend: next })}
        />
      )}
    </>
  );
}
