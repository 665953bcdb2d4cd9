import { t } from '@grafana/i18n';
import { RadioButtonGroup } from '@grafana/ui';
import type { Mark, MeasureInfo, Severity } from '@driftline/shared';
import { NumberField, QueryField } from './query-fields.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface MarkProps {
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

interface Props extends MarkProps {
  readonly measure: MeasureInfo;
}

const marks = (): { label: string; value: Mark }[] => [
  { label: t('datasource.mark-field.limit-crossed', 'Limit crossed'), value: 'crossings' },
  { label: t('datasource.mark-field.new-versions', 'New versions'), value: 'versions' },
];

/** What annotations mark. */
export function MarkField({ query, change }: MarkProps) {
  return (
    <QueryField
      label={t('datasource.mark-field.label-mark', 'Mark')}
      tooltip={t(
        'datasource.mark-field.tooltip-mark',
        'Limit crossed: a region from crossing to recovery; gaps of at most one window are merged. New versions: when a version of a model starts to report.',
      )}
    >
      {(id) => (
        <RadioButtonGroup
          id={id}
          options={marks()}
          value={query.marks ?? 'crossings'}
          onChange={(marks) =>
            // Versions are those of models, whichever distribution was compared before.
            change(marks === 'versions' ? { marks, of: undefined } : { marks: undefined })
          }
        />
      )}
    </QueryField>
  );
}

/** The limit that is crossed: one of the measure's own, or a number. */
export function AnnotationFields({ measure: { name, thresholds }, query, change }: Props) {
  const { limit, severity = 'critical' } = query;
  const severities: { label: string; value: Severity }[] = [
    ...(thresholds?.warning === undefined
      ? []
      : [{ label: t('datasource.annotation-fields.severities.label.warning', 'Warning'), value: 'warning' as const }]),
    { label: t('datasource.annotation-fields.severities.label.critical', 'Critical'), value: 'critical' },
  ];
  return (
    <>
      {thresholds !== undefined && (
        <QueryField
          label={t('datasource.annotation-fields.label-limit', 'Limit')}
          tooltip={t(
            'datasource.annotation-fields.tooltip-limit-measure-whose-crossing-marked',
            'The limit of the measure whose crossing is marked.',
          )}
          disabled={limit !== undefined}
        >
          {(id) => (
            <RadioButtonGroup
              id={id}
              options={severities}
              value={severity}
              onChange={(value) => change({ severity: value === 'critical' ? undefined : value })}
            />
          )}
        </QueryField>
      )}
      <NumberField
        label={
          thresholds === undefined
            ? t('datasource.annotation-fields.label-limit', 'Limit')
            : t('datasource.annotation-fields.label-other-limit', 'Other limit')
        }
        tooltip={t(
          'datasource.annotation-fields.tooltip-number-place-measures-limits',
          "A number in place of the measure's own limits.",
        )}
        placeholder={thresholds?.[severity] ?? t('datasource.annotation-fields.placeholder-such-as', 'such as 100')}
        value={limit}
        problem={
          thresholds === undefined && limit === undefined
            ? t(
                'datasource.annotation-fields.no-limit',
                '{{- name}} has no limit of its own: give the number to be crossed.',
                { name },
              )
            : undefined
        }
        onChange={(next) => change({ limit: next })}
      />
    </>
  );
}
