import { standInStore, type StandInStore } from '../workbench/server/backend/stand-in-store.ts';

/** How a store is: it answers, takes its time, hangs up, refuses, or a gateway answers in its place. */
export type Ailment = 'well' | 'slow' | 'down' | 'refusing' | 'gateway';

/** Stands before a store and passes on what it is asked, unless it ails. */
export interface AilingStore extends StandInStore {
  ailment: Ailment;
  /** Only what asks for this part of a series' name ails. */
  only: string;
}

export async function ailingStore(storeUrl: string): Promise<AilingStore> {
  const waiting: (() => void)[] = [];
  const state = { ailment: 'well' as Ailment, only: '' };
  const standIn = await standInStore((request, response) => {
    const pass = (): void => {
      const { method, path, form } = request;
      fetch(storeUrl + path, { method, ...(method === 'POST' ? { body: form } : {}) })
        .then(async (answer) => {
          response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
          response.end(await answer.text());
        })
        // Such as the end of the store, while something is still asked.
        .catch(() => response.destroy());
    };
    const ails = [...request.form.values()].some((value) => value.includes(state.only));
    switch (ails ? state.ailment : 'well') {
      case 'well':
        return pass();
      case 'slow':
        return void waiting.push(pass);
      case 'down':
        return void response.destroy();
      case 'refusing':
        return void response
          .writeHead(422, { 'content-type': 'application/json' })
          .end('{"status":"error","errorType":"execution","error":"query processing would load too many samples"}');
      case 'gateway':
        return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Sign in</h1>');
    }
  });
  return {
    ...standIn,
    get ailment() {
      return state.ailment;
    },
    set ailment(ailment) {
      state.ailment = ailment;
      // What waited is answered as soon as the store answers again.
      if (ailment !== 'slow') for (const answer of waiting.splice(0)) answer();
    },
    get only() {
      return state.only;
    },
    set only(part) {
      state.only = part;
    },
  };
}
