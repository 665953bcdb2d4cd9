import { DataSourceWithBackend, getDataSourceSrv } from '@grafana/runtime';
import {
  MultiValueVariable,
  sceneGraph,
  VariableDependencyConfig,
  type MultiValueVariableState,
  type VariableValueOption,
} from '@grafana/scenes';
import { from, type Observable } from 'rxjs';
import { DATA_SOURCE } from './controls.ts';

interface EdgesState extends MultiValueVariableState {
  /** A histogram as PromQL: its name and labels, without `_bucket`. */
  readonly selector: string;
  readonly dataSource: string;
}

/** A hidden variable: the edges of the buckets that the store has of a histogram. */
export class EdgesVariable extends MultiValueVariable<EdgesState> {
  protected override _variableDependency = new VariableDependencyConfig<EdgesState>(this, {
    statePaths: ['selector', 'dataSource'],
  });

  constructor({ name, selector }: { readonly name: string; readonly selector: string }) {
    super({
      type: 'custom',
      name,
      selector,
      dataSource: DATA_SOURCE.uid,
      value: '',
      text: '',
      options: [],
      skipUrlSync: true,
    });
  }

  getValueOptions(): Observable<VariableValueOption[]> {
    return from(this.#options());
  }

  /** One option, whose value is the list as JSON; none where the store has no such histogram. */
  async #options(): Promise<VariableValueOption[]> {
    const { selector } = this.state;
    const dataSource = await getDataSourceSrv().get({ uid: sceneGraph.interpolate(this, this.state.dataSource) });
    if (!(dataSource instanceof DataSourceWithBackend)) return [];
    const { from: start, to } = sceneGraph.getTimeRange(this).state.value;
    const asked = { selector, from: start.valueOf(), to: to.valueOf() };
    try {
      const edges = await dataSource.getResource<number[]>('edges', asked, { showErrorAlert: false });
      return edges.length === 0 ? [] : [{ label: selector, value: JSON.stringify(edges) }];
    } catch {
      // Why the store does not answer, the questions of the page say.
      return [];
    }
  }
}

/** The edges that the value of the variable stands for. */
export function edgesOf(value: string): readonly number[] {
  return value.startsWith('[') ? (JSON.parse(value) as number[]) : [];
}
