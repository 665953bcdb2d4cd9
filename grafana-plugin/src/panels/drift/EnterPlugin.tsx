import { useLayoutEffect } from 'react';
import type { UPlotConfigBuilder } from '@grafana/ui';

/** Enter pins the tooltip under the keyboard's cursor, as a click does: Grafana's arrow keys lead there and no further. */
export function EnterPlugin({ config }: { readonly config: UPlotConfigBuilder }) {
  useLayoutEffect(() => {
    config.addHook('init', ({ root, over }) => {
      root.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.target !== root) return;
        event.preventDefault();
        over.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      });
    });
  }, [config]);
  return null;
}
