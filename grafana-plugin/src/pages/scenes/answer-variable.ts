import { LoadingState, VariableRefresh, type DataFrame, type PanelData } from '@grafana/data';
import {
  MultiOrSingleValueSelect,
  MultiValueVariable,
  sceneGraph,
  type MultiValueVariableState,
  type VariableValueOption,
} from '@grafana/scenes';
import { Observable } from 'rxjs';

interface AnswerVariableState extends MultiValueVariableState {
  readonly read: (frames: readonly DataFrame[]) => readonly string[];
  readonly refresh: VariableRefresh;
}

interface Options {
  readonly name: string;
  readonly label: string;
  /** What there is to choose from, the default first. */
  readonly read: (frames: readonly DataFrame[]) => readonly string[];
}

/** A variable whose options stand in the answers that its page asks for anyway. */
export class AnswerVariable extends MultiValueVariable<AnswerVariableState> {
  static Component = MultiOrSingleValueSelect;

  constructor({ name, label, read }: Options) {
    super({
      type: 'custom',
      name,
      label,
      read,
      value: '',
      text: '',
      options: [],
      refresh: VariableRefresh.onTimeRangeChanged,
    });
  }

  getValueOptions(): Observable<VariableValueOption[]> {
    return new Observable((subscriber) => {
      const give = (data: PanelData | undefined): void => {
        if (data?.state !== LoadingState.Done && data?.state !== LoadingState.Error) return;
        // A runner that has not been asked yet is done with nothing.
        if (data.series.length === 0) return;
        subscriber.next(this.state.read(data.series).map((value) => ({ label: value, value })));
        subscriber.complete();
      };
      const answers = sceneGraph.getData(this);
      const subscription = answers.subscribeToState(({ data }) => give(data));
      give(answers.state.data);
      return subscription;
    });
  }
}
