import { useLayoutEffect } from 'react';
import type { UPlotConfigBuilder } from '@grafana/ui';

/** Enter pins the tooltip under the keyboard's cursor, as a click does: Grafana's arrow keys lead there and no further. */
export function EnterPlugin({ config }: { readonly config: UPlotConfigBuilder }) {
  useLayoutEffect(() => {
    config.addHook('init', ({ root, over, cursor }) => {
      root.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.target !== root) return;
        event.preventDefault();
        const { left, top } = over.getBoundingClientRect();
        const at = { bubbles: true, clientX: left + (cursor.left ?? 0), clientY: top + (cursor.top ?? 0) };
        // A click alone, away from where the pointer was, is the end of a drag to the chart.
        for (const type of ['mousedown', 'mouseup', 'click']) over.dispatchEvent(new MouseEvent(type, at));
      });
    });
  }, [config]);
  return null;
}
