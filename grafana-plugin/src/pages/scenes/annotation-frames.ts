import { DataTopic, FieldType, type DataFrame, type Field } from '@grafana/data';

/** What is beyond a limit is as red as the limit; when versions began has Grafana's color of annotations. */
const BEYOND = 'rgb(242, 73, 92)';

/**
 * Frames of which those in the format `annotations` are drawn as such. A page asks for them in the request of its panels,
 * and not by itself as a dashboard does.
 */
export function asAnnotations(frames: readonly DataFrame[]): DataFrame[] {
  return frames.map((frame) => {
    const marks: unknown = frame.meta?.custom?.['annotations'];
    if (marks === undefined) return frame;
    const color: Field = {
      name: 'color',
      type: FieldType.string,
      config: {},
      values: Array<string>(frame.length).fill(BEYOND),
    };
    return {
      ...frame,
      fields: marks === 'versions' ? frame.fields : [...frame.fields, color],
      meta: { ...frame.meta, dataTopic: DataTopic.Annotations },
    };
  });
}
