import type { MouseEvent } from 'react';
import { locationService } from '@grafana/runtime';

/**
 * Properties of a link of `@grafana/ui` to a page. Its links decode their address, and with it `+`, `&` and `/` in names
 * of models, versions and rules: a click goes to the address as it is.
 */
export function leadingTo(address: string): {
  readonly href: string;
  readonly onClick: (event: MouseEvent) => void;
} {
  return {
    href: address,
    onClick: (event) => {
      // Another tab or window is the browser's.
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      locationService.push(address);
    },
  };
}
