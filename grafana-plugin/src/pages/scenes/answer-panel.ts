import { FieldType, type DataFrame, type Field, type FieldConfig } from '@grafana/data';
import { SceneDataTransformer, VizPanel } from '@grafana/scenes';
import { map } from 'rxjs';
import { asAnnotations } from './annotation-frames.ts';

/** What a legend says beside the label that tells lines apart. */
export interface Named {
  /** Such as `p99`; empty where the title of the panel says it. */
  readonly name?: string;
  /** Labels of the store; the version of the model unless given. */
  readonly by?: readonly string[];
  /** Unit in place of the one that the data source gives, which panels obey otherwise. */
  readonly unit?: string;
}

/** Labels that tell lines apart unless others are given. */
export const BY_VERSION: readonly string[] = ['ml_model_version'];

interface Options {
  readonly title: string;
  readonly description?: string;
  readonly pluginId: string;
  readonly options?: object;
  readonly defaults?: FieldConfig;
  /** Letters of the questions whose answers it draws, and how each is named. */
  readonly refIds: readonly string[] | Readonly<Record<string, Named>>;
  /** Which of the answers are drawn; all of them unless given. */
  readonly isDrawn?: (frame: DataFrame) => boolean;
}

/** Which answers of its page a panel draws, by letter, and how each is named. */
type Answers = ReadonlyMap<string, Named | undefined>;

const ANSWERS = new WeakMap<VizPanel, Answers>();

/** What {@link answerPanel} was told that a panel draws; undefined for a panel that asks on its own. */
export function answersOf(panel: VizPanel): Answers | undefined {
  return ANSWERS.get(panel);
}

/** A panel on some of the answers that its page asked for: the page asks once for all of its panels. */
export function answerPanel(panel: Options): VizPanel {
  const { title, description, pluginId, options = {}, defaults = {}, refIds, isDrawn = () => true } = panel;
  const names: Answers = new Map(isList(refIds) ? refIds.map((refId) => [refId, undefined]) : Object.entries(refIds));
  const drawn = (frames: DataFrame[]): DataFrame[] =>
    frames
      .filter((frame) => names.has(frame.refId ?? '') && isDrawn(frame))
      .map((frame) => withNames(frame, names.get(frame.refId ?? '')));
  const made = new VizPanel({
    title,
    description,
    pluginId,
    options,
    fieldConfig: { defaults, overrides: [] },
    $data: new SceneDataTransformer({ transformations: [() => map(drawn), () => map(asAnnotations)] }),
  });
  ANSWERS.set(made, names);
  return made;
}

/** Whether the last value of a frame is known: that of a version that predicts no more is not. */
export function hasLastValue({ fields }: DataFrame): boolean {
  return fields.some(
    ({ type, values }) => type === FieldType.number && typeof (values as unknown[])[values.length - 1] === 'number',
  );
}

function withNames(frame: DataFrame, named: Named | undefined): DataFrame {
  if (named === undefined) return frame;
  const { name = '', by = BY_VERSION, unit } = named;
  const fields = frame.fields.map((field): Field => {
    if (field.type !== FieldType.number) return field;
    const { state: _, ...others } = field;
    const shown = [name, ...by.map((label) => field.labels?.[label] ?? '')].filter((part) => part !== '').join(' ');
    const config = { ...field.config, displayNameFromDS: shown, ...(unit === undefined ? {} : { unit }) };
    return { ...others, config };
  });
  return { ...frame, fields };
}

const isList = (refIds: Options['refIds']): refIds is readonly string[] => Array.isArray(refIds);
