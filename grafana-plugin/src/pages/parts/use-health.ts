import { useEffect, useState } from 'react';
import { getDataSourceSrv } from '@grafana/runtime';

/** Whether the data source reaches its store, and its sentence about it; the sentence is empty until it has one. */
export interface Health {
  readonly ok: boolean;
  readonly message: string;
}

const UNKNOWN: Health = { ok: false, message: '' };

/** @param attempt - a change of it asks again */
export function useHealth(dataSource: string, attempt: number): Health {
  const [health, setHealth] = useState(UNKNOWN);
  useEffect(() => {
    if (dataSource === '') return undefined;
    let isWanted = true;
    testOf(dataSource).then((next) => isWanted && setHealth(next));
    return () => {
      isWanted = false;
    };
  }, [dataSource, attempt]);
  return health;
}

async function testOf(uid: string): Promise<Health> {
  try {
    const dataSource = await getDataSourceSrv().get({ uid });
    // A store that is there and empty is reached.
    const { status, message } = await dataSource.testDatasource();
    return { ok: status !== 'error', message };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
