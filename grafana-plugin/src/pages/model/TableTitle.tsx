import type { ReactElement } from 'react';
import { Text } from '@grafana/ui';

/** What a table is of, where a page has several. */
export function TableTitle({ children }: { readonly children: ReactElement }) {
  return (
    <Text element="h2" variant="h6">
      {children}
    </Text>
  );
}
