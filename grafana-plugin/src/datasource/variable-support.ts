import {
  CustomVariableSupport,
  FieldType,
  toDataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
} from '@grafana/data';
import { from, map, type Observable } from 'rxjs';
import { lazily } from '../common/lazily.tsx';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { variableText, type SavedVariableQuery } from './variable-query.ts';

/** How dashboards ask for the names that a template variable lists. */
export class DriftlineVariableSupport extends CustomVariableSupport<DriftlineDataSource, SavedVariableQuery> {
  readonly #dataSource: DriftlineDataSource;

  override editor = lazily(
    async () =>
      (await import(/* webpackChunkName: "datasource/variable-editor" */ './VariableQueryEditor.tsx'))
        .VariableQueryEditor,
  );

  constructor(dataSource: DriftlineDataSource) {
    super();
    this.#dataSource = dataSource;
  }

  override query({ targets, ...options }: DataQueryRequest<SavedVariableQuery>): Observable<DataQueryResponse> {
    return from(this.#dataSource.metricFindQuery(variableText(targets[0]), options)).pipe(
      map((names) => {
        const values = names.map(({ text }) => text);
        const fields = ['text', 'value'].map((name) => ({ name, type: FieldType.string, values }));
        return { data: [toDataFrame({ fields })] };
      }),
    );
  }
}
