import { useEffect, useRef } from 'react';
import type { LinkModel } from '@grafana/data';
import { VizTooltipFooter } from '@grafana/ui';

/** The data links of a tooltip that stays, the first of which has the focus: keys get there no other way. */
export function PinnedLinks({ links }: { readonly links: readonly LinkModel[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('a, button')?.focus(), []);
  return (
    <div ref={box}>
      <VizTooltipFooter dataLinks={[...links]} />
    </div>
  );
}
