import type { AnnotationSupport } from '@grafana/data';
import { lazily } from '../common/lazily.tsx';
import type { DriftlineQuery } from './types.ts';

/** How dashboards ask for annotations. Their frame has the fields that Grafana makes events of. */
export const annotationSupport: AnnotationSupport<DriftlineQuery> = {
  // In the same file as the editor of panels, which it shows.
  QueryEditor: lazily(
    async () =>
      (await import(/* webpackChunkName: "datasource/query-editor" */ './AnnotationQueryEditor.tsx'))
        .AnnotationQueryEditor,
  ),
  // A dashboard may have saved no query, or one that was a panel's.
  prepareQuery: ({ target }) => ({ refId: 'Anno', ...target, format: 'annotations' }),
};
