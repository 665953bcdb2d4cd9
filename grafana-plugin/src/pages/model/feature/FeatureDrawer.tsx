import { t } from '@grafana/i18n';
import { css } from '@emotion/css';
import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import type { GrafanaTheme2 } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { sceneGraph, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { Drawer, IconButton, useStyles2 } from '@grafana/ui';
import { useResource } from '../../parts/use-resource.ts';
import type { QueriedView } from '../../scenes/QueriedView.tsx';
import { featureView } from './feature-view.tsx';

interface FeatureDrawerState extends SceneObjectState {
  readonly model: string;
  /** Of the feature that the address names. */
  readonly body?: QueriedView;
  readonly shown?: string;
}

/** One feature above the page. The address names it, so that a link opens it and the back button closes it. */
export class FeatureDrawer extends SceneObjectBase<FeatureDrawerState> {
  static Component = FeatureDrawerRenderer;

  show(feature: string, version: string): void {
    const shown = JSON.stringify([feature, version]);
    if (this.state.shown === shown) return;
    this.setState({ shown, body: featureView(this.state.model, feature, version) });
  }

  hide(): void {
    if (this.state.body !== undefined) this.setState({ body: undefined, shown: undefined });
  }
}

function FeatureDrawerRenderer({ model: drawer }: { readonly model: FeatureDrawer }) {
  const styles = useStyles2(getStyles);
  const parameters = new URLSearchParams(useLocation().search);
  const feature = parameters.get('feature') ?? '';
  const version = parameters.get('featureVersion') ?? '';
  const { body, model } = drawer.useState();
  const { value: range } = sceneGraph.getTimeRange(drawer).useState();
  const { answer: features = [] } = useResource<string[]>(
    feature === '' ? '' : sceneGraph.interpolate(drawer, '${ds}'),
    'features',
    { model: [model], from: range.from.valueOf(), to: range.to.valueOf() },
  );

  useEffect(() => {
    if (feature === '') drawer.hide();
    else drawer.show(feature, version);
  }, [drawer, feature, version]);

  const index = features.indexOf(feature);
  const step = (by: number): void => {
    const next = index < 0 ? undefined : features[index + by];
    if (next !== undefined) locationService.partial({ feature: next }, true);
  };
  const close = (): void => {
    if (locationService.getSearch().has('feature')) locationService.partial({ feature: null, featureVersion: null });
  };
  useEffect(() => {
    if (feature === '') return undefined;
    const onKey = (event: KeyboardEvent): void => {
      // A form or a menu above the drawer has keys to itself.
      if (document.querySelectorAll('[role="dialog"], [role="menu"]').length > 1) return;
      // Before a tooltip of the button that has the focus takes it for itself.
      if (event.key === 'Escape') close();
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      // Arrows belong to what is being typed in or chosen from.
      const isTaken =
        event.target instanceof Element && event.target.closest('input, textarea, select, [role="listbox"]') !== null;
      if (by === undefined || isTaken) return;
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  });

  if (feature === '' || body === undefined) return null;
  return (
    <Drawer
      size="lg"
      onClose={close}
      title={
        <div className={styles.title}>
          <h2 className={styles.name} title={feature}>
            {feature}
          </h2>
          <span className={styles.of}>
            {model}
            {version === '' ? '' : ` ${version}`}
          </span>
          <IconButton
            name="arrow-up"
            tooltip={t('pages.feature-drawer-renderer.tooltip-previous-feature', 'Previous feature (↑)')}
            disabled={index <= 0}
            onClick={() => step(-1)}
          />
          <IconButton
            name="arrow-down"
            tooltip={t('pages.feature-drawer-renderer.tooltip-next-feature', 'Next feature (↓)')}
            disabled={index < 0 || index >= features.length - 1}
            onClick={() => step(1)}
          />
        </div>
      }
    >
      <body.Component model={body} />
    </Drawer>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), minWidth: 0 }),
  of: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  name: css({
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.h3.fontSize,
  }),
});
