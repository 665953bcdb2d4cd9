import { useEffect, useState } from 'react';
import type { Preview } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { errorSentence } from './error-sentence.ts';
import type { CompleteQuery } from './types.ts';

/** Milliseconds without a change after which the back end is asked. */
const PAUSE_MS = 300;

/** The PromQL of a query, or why there is none; neither until the back end has answered first. */
interface Asked {
  readonly preview?: Preview;
  readonly problem?: string;
}

/** What the back end says of a query once it rests; until then, what it said of the one before. */
export function usePreview(datasource: DriftlineDataSource, query: CompleteQuery): Asked {
  const [asked, setAsked] = useState<Asked>({});
  // Editors render with equal queries again and again.
  const text = JSON.stringify(query);
  useEffect(() => {
    let isLatest = true;
    const show = (next: Asked): void => {
      if (isLatest) setAsked(next);
    };
    const timer = setTimeout(() => {
      datasource.promql(JSON.parse(text) as CompleteQuery).then(
        (preview) => show({ preview }),
        (error: unknown) => show({ problem: errorSentence(error) }),
      );
    }, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [datasource, text]);
  return asked;
}
