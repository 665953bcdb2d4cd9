import type { FieldConfigSource } from '@grafana/data';
import { SceneDataTransformer, VizPanel } from '@grafana/scenes';
import { map } from 'rxjs';
import { asAnnotations } from './annotation-frames.ts';

interface Options {
  readonly title: string;
  readonly description?: string;
  readonly pluginId: string;
  readonly options?: object;
  readonly fieldConfig?: FieldConfigSource;
  /** Letters of the questions whose answers it draws. */
  readonly refIds: readonly string[];
}

/** A panel on some of the answers that its page asked for: the page asks once for all of its panels. */
export function answerPanel({ title, description, pluginId, options = {}, fieldConfig, refIds }: Options): VizPanel {
  return new VizPanel({
    title,
    description,
    pluginId,
    options,
    fieldConfig: fieldConfig ?? { defaults: {}, overrides: [] },
    $data: new SceneDataTransformer({
      transformations: [
        () => map((frames) => frames.filter(({ refId = '' }) => refIds.includes(refId))),
        () => map(asAnnotations),
      ],
    }),
  });
}
