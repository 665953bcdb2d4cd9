import { render } from '@testing-library/react';
import { useState, type ComponentType } from 'react';
import type { DriftlineDataSource } from '../../src/datasource/DriftlineDataSource.ts';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery, type QueryChange } from '../../src/datasource/types.ts';
import { MEASURE_INFOS } from './measure-infos.ts';

interface FieldsProps {
  readonly datasource: DriftlineDataSource;
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

/** What editors ask of a data source. */
export type Names = Partial<
  Pick<DriftlineDataSource, 'choices' | 'segmentValues' | 'edges' | 'measures' | 'promql' | 'defaults'>
>;

/** A data source that answers nothing else. */
export function namesOnly(names: Names = {}): DriftlineDataSource {
  return {
    choices: () => Promise.resolve([]),
    segmentValues: () => Promise.resolve([]),
    edges: () => Promise.resolve([]),
    measures: () => Promise.resolve(MEASURE_INFOS),
    promql: () => Promise.resolve({ texts: ['up'], isOne: true }),
    getDefaultQuery: () => DEFAULT_DRIFTLINE_QUERY,
    defaults: {},
    ...names,
  } as unknown as DriftlineDataSource;
}

/**
 * Renders fields of the query editor.
 *
 * @returns the query as the fields changed it
 */
export function renderFields(
  Fields: ComponentType<FieldsProps>,
  query: Partial<CompleteQuery>,
  names: Names = {},
): () => CompleteQuery {
  let current: CompleteQuery = { ...DEFAULT_DRIFTLINE_QUERY, refId: 'A', ...query };
  const datasource = namesOnly(names);
  function Host() {
    const [shown, setShown] = useState(current);
    const change = (part: QueryChange): void => {
      current = { ...shown, ...part } as CompleteQuery;
      setShown(current);
    };
    return <Fields datasource={datasource} query={shown} change={change} />;
  }
  render(<Host />);
  return () => current;
}
