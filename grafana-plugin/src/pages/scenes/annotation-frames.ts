import { DataTopic, type DataFrame } from '@grafana/data';

/**
 * Frames of which those in the format `annotations` are drawn as such. A page asks for them in the request of its panels,
 * and not by itself as a dashboard does.
 */
export function asAnnotations(frames: readonly DataFrame[]): DataFrame[] {
  return frames.map((frame) =>
    frame.meta?.custom?.['annotations'] === undefined
      ? frame
      : { ...frame, meta: { ...frame.meta, dataTopic: DataTopic.Annotations } },
  );
}
