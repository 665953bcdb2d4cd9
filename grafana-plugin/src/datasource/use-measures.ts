import { useEffect, useState } from 'react';
import type { MeasureInfo } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { errorSentence } from './error-sentence.ts';

/** The measures, or why there are none; neither while they are loading. */
interface Measures {
  readonly measures?: readonly MeasureInfo[];
  readonly problem?: string;
}

/** The measures that the back end of a data source knows. */
export function useMeasures(datasource: DriftlineDataSource): Measures {
  const [state, setState] = useState<Measures>({});
  useEffect(() => {
    let isShown = true;
    const show = (next: Measures): void => {
      if (isShown) setState(next);
    };
    datasource.measures().then(
      (measures) => show({ measures }),
      (error: unknown) => show({ problem: errorSentence(error) }),
    );
    return () => {
      isShown = false;
    };
  }, [datasource]);
  return state;
}
