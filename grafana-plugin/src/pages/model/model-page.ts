import { EmbeddedScene, SceneAppPage, SceneTimeRange, type SceneAppPageLike } from '@grafana/scenes';
import { KEPT_KEYS, MODELS } from '../addresses.ts';

export function modelPage(model: string, parent: SceneAppPageLike): SceneAppPage {
  return new SceneAppPage({
    title: model,
    url: `${MODELS}/${encodeURIComponent(model)}`,
    routePath: ':model/*',
    preserveUrlKeys: [...KEPT_KEYS],
    getParentPage: () => parent,
    $timeRange: new SceneTimeRange({}),
    getScene: () => new EmbeddedScene({ body: new SceneTimeRange({}) as never }),
  });
}
