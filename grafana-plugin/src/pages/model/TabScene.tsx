import { css } from '@emotion/css';
import { SceneObjectBase, type SceneObject, type SceneObjectState } from '@grafana/scenes';
import { FeatureDrawer } from './feature/FeatureDrawer.tsx';

interface TabState extends SceneObjectState {
  readonly model: string;
  readonly content: SceneObject;
  /** Of the feature that the address names. */
  readonly drawer?: FeatureDrawer;
}

/** What a tab shows, and the drawer of a feature, which opens above any tab. */
export class TabScene extends SceneObjectBase<TabState> {
  static Component = TabRenderer;

  constructor({ model, content }: { readonly model: string; readonly content: SceneObject }) {
    super({ model, content, drawer: new FeatureDrawer({ model }) });
  }
}

function TabRenderer({ model: tab }: { readonly model: TabScene }) {
  const { content, drawer } = tab.useState();
  return (
    <div className={fill}>
      <content.Component model={content} />
      {drawer !== undefined && <drawer.Component model={drawer} />}
    </div>
  );
}

const fill = css({ flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' });
