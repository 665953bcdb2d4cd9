import { t } from '@grafana/i18n';
import { useEffect, useState, type ComponentType } from 'react';
import { LoadingPlaceholder } from '@grafana/ui';

/**
 * A component that is loaded when it is first shown. Without Suspense, as React holds back what comes within 300 ms of a
 * fallback, and a panel whose code and data are there has nothing to wait for.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Lazily(props: Props) {
    const [Component, setComponent] = useState(() => loaded);
    const [failure, setFailure] = useState<{ readonly error: Error }>();
    useEffect(() => {
      if (Component !== undefined) return undefined;
      let isGone = false;
      Promise.resolve(loaded ?? load()).then(
        (component) => {
          loaded = component;
          if (!isGone) setComponent(() => component);
        },
        (error: Error) => !isGone && setFailure({ error }),
      );
      return () => {
        isGone = true;
      };
    }, [Component]);
    // The parent says what is wrong, as it does of any component that fails.
    if (failure !== undefined) throw failure.error;
    return Component === undefined ? (
      <LoadingPlaceholder text={t('common.lazily.text-loading', 'Loading…')} />
    ) : (
      <Component {...props} />
    );
  };
}
