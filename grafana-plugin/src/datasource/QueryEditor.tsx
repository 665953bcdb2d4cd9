import { t } from '@grafana/i18n';
import type { ReactNode } from 'react';
import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { EditorRow } from '@grafana/plugin-ui';
import { Alert, LoadingPlaceholder, Stack } from '@grafana/ui';
import { applicableInputs, completeQuery, DIMENSIONS, type MeasureInfo } from '@driftline/shared';
import { AnnotationFields, MarkField } from './AnnotationFields.tsx';
import { BaselineFields } from './BaselineFields.tsx';
import { CreateRuleButton } from './CreateRuleButton.tsx';
import { DistributionFields } from './DistributionFields.tsx';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { fitQuery } from './fit-query.ts';
import { MeasureField } from './MeasureField.tsx';
import { NamesField, type NamedDimension } from './NamesField.tsx';
import { noSuchMeasure } from './no-such-measure.ts';
import type { Place } from './places.ts';
import { PromqlPreview } from './PromqlPreview.tsx';
import { SegmentFields } from './SegmentFields.tsx';
import { QueryOptions } from './QueryOptions.tsx';
import {
  DEFAULT_DRIFTLINE_QUERY,
  type CompleteQuery,
  type DriftlineQuery,
  type DriftlineSettings,
  type QueryChange,
} from './types.ts';
import { useMeasures } from './use-measures.ts';

export interface EditorProps extends QueryEditorProps<DriftlineDataSource, DriftlineQuery, DriftlineSettings> {
  /** Whether annotations are asked for. */
  readonly isAnnotation?: boolean;
}

/** Asks for a measure, and offers only the fields that the measure takes and that make sense where it is asked. */
export function QueryEditor(props: EditorProps) {
  const { measures, problem } = useMeasures(props.datasource);
  if (problem !== undefined) return <Alert severity="error" title={problem} />;
  if (measures === undefined) {
    return (
      <LoadingPlaceholder text={t('datasource.query-editor.text-loading-the-measures', 'Loading the measures…')} />
    );
  }
  return <MeasureQueryEditor {...props} measures={measures} />;
}

interface LoadedProps extends EditorProps {
  readonly measures: readonly MeasureInfo[];
}

function MeasureQueryEditor(props: LoadedProps) {
  const { measures, datasource, query: saved, onChange, onRunQuery, range, data } = props;
  const read = readQuery(saved, measures, datasource);
  const ask = (next: CompleteQuery): void => {
    const measure = measures.find(({ id }) => id === next.measure);
    onChange(measure === undefined ? next : fitQuery(next, measure));
    onRunQuery();
  };
  if ('problem' in read) {
    const { refId, hide } = saved;
    return (
      <EditorRows>
        <EditorRow>
          <MeasureField
            measures={measures}
            measure={undefined}
            onChange={(measure) =>
              ask({ ...DEFAULT_DRIFTLINE_QUERY, datasource: saved.datasource, refId, hide, measure })
            }
          />
        </EditorRow>
        <Alert severity="warning" title={read.problem} />
      </EditorRows>
    );
  }
  const { query, measure } = read;
  const place = placeOf(props);
  const inputs = applicableInputs(measure.inputs, query.of);
  const change = (part: QueryChange): void => ask({ ...query, ...part } as CompleteQuery);
  const common = { datasource, range, query, change };
  const namesOf = (dimensions: readonly NamedDimension[]) =>
    dimensions.map((dimension) => <NamesField key={dimension} dimension={dimension} {...common} />);
  if (place === 'annotation' && query.marks === 'versions') {
    return (
      <EditorRows>
        <EditorRow>
          <MarkField query={query} change={change} />
        </EditorRow>
        <EditorRow>{namesOf(['model', 'version'])}</EditorRow>
      </EditorRows>
    );
  }
  return (
    <EditorRows>
      {place === 'annotation' && (
        <EditorRow>
          <MarkField query={query} change={change} />
          <AnnotationFields measure={measure} query={query} change={change} />
        </EditorRow>
      )}
      <EditorRow>
        <MeasureField
          measures={measures}
          measure={measure}
          // Limits that were typed mean nothing to another measure.
          onChange={(id) => change({ measure: id, limit: undefined, resolvedBy: undefined })}
        />
      </EditorRow>
      <EditorRow>
        {inputs.includes('of') && <DistributionFields {...common} />}
        {namesOf(inputs.filter(isDimension))}
        {inputs.includes('segment') && <SegmentFields {...common} />}
      </EditorRow>
      {inputs.includes('baseline') && (
        <EditorRow>
          <BaselineFields {...common} />
        </EditorRow>
      )}
      <EditorRow>
        <QueryOptions
          measure={measure}
          query={query}
          change={change}
          place={place}
          defaultMinimum={datasource.defaults.minimumObservations}
        />
      </EditorRow>
      <EditorRow>
        <PromqlPreview datasource={datasource} query={query} range={range?.raw}>
          {place === 'panel' && (
            <CreateRuleButton datasource={datasource} query={query} measure={measure} request={data?.request} />
          )}
        </PromqlPreview>
      </EditorRow>
    </EditorRows>
  );
}

/** Those of `@grafana/plugin-ui` wrap their rows, so that they become higher than what is in them. */
function EditorRows({ children }: { readonly children: ReactNode }) {
  return (
    <Stack direction="column" gap={0.5}>
      {children}
    </Stack>
  );
}

function placeOf({ app, isAnnotation = false }: EditorProps): Place {
  if (isAnnotation) return 'annotation';
  return app === CoreApp.UnifiedAlerting ? 'rule' : 'panel';
}

type ReadQuery =
  | { readonly query: CompleteQuery; readonly measure: MeasureInfo }
  /** Why the query cannot be edited. */
  | { readonly problem: string };

/** A saved query may name a measure that this release does not have, or come from a later release. */
function readQuery(
  saved: DriftlineQuery,
  measures: readonly MeasureInfo[],
  datasource: DriftlineDataSource,
): ReadQuery {
  try {
    const query = completeQuery({ window: datasource.getDefaultQuery().window, ...saved });
    const measure = measures.find(({ id }) => id === query.measure);
    if (measure === undefined) {
      return { problem: noSuchMeasure(query.measure) };
    }
    return { query, measure };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function isDimension(input: string): input is NamedDimension {
  return input in DIMENSIONS;
}
