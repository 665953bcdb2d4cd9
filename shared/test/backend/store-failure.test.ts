import { describeFailure, failureOf, type StoreFailure } from '../../src/backend/store-failure.ts';
import { QueryError } from '../../src/query/query-error.ts';

const URL = 'http://store:9090/prometheus';

test.each<[StoreFailure, number, string]>([
  [
    { kind: 'unreachable', reason: 'connection refused' },
    502,
    `at ${URL} cannot be reached (connection refused): check`,
  ],
  [{ kind: 'timeout' }, 504, 'did not answer in time: ask for a shorter window'],
  [{ kind: 'canceled' }, 499, 'The query was canceled.'],
  [{ kind: 'refused', status: 401 }, 401, 'refuses access (status 401). Check the authentication'],
  [{ kind: 'refused', status: 403, reason: 'no tenant' }, 403, 'refuses access (status 403): no tenant. Check'],
  [{ kind: 'refused', status: 404 }, 404, 'give the path prefix of its API'],
  [
    { kind: 'refused', status: 422, reason: 'too many samples' },
    422,
    '(status 422): too many samples. Shorten the window',
  ],
  [{ kind: 'refused', status: 400 }, 400, 'The store refuses the query (status 400). Shorten'],
  [{ kind: 'refused', status: 429 }, 429, 'too busy or not ready (status 429). Try again later.'],
  [{ kind: 'refused', status: 503, reason: 'starting' }, 503, '(status 503): starting. Try again later.'],
  [{ kind: 'refused', status: 500, reason: '' }, 500, 'fails (status 500). Look at its log.'],
  [{ kind: 'foreign', status: 200, isHtml: true }, 502, 'answers with an HTML page (status 200): give the URL'],
  [{ kind: 'foreign', status: 200, isHtml: false }, 502, "something other than Prometheus' API"],
  [{ kind: 'redirected', status: 302 }, 502, 'redirects to another host (status 302), which is not followed'],
  [{ kind: 'too large', megabytes: 64 }, 502, 'larger than 64 MB: narrow the query'],
  [{ kind: 'too many series', series: 5 }, 502, 'more than 5 series: narrow the query'],
])('%j is a sentence', (failure, status, sentence) => {
  expect(describeFailure(failure, URL)).toEqual({
    message: expect.stringContaining(sentence),
    status,
    source: 'downstream',
  });
});

test('no failure tells a name, a password or a token of the address', () => {
  const { message } = describeFailure({ kind: 'timeout' }, 'https://scott:tiger@store/api?token=tiger#tiger');
  expect(message).toContain('https://store/api');
  expect(message).not.toMatch(/scott|tiger|token/);
});

test('without an address it says that one is missing', () => {
  expect(describeFailure({ kind: 'unreachable', reason: '' }, '').message).toContain('has no URL');
});

test('a query that cannot be asked keeps its sentence, a fault of ours asks to be reported', () => {
  expect(failureOf(new QueryError('window is missing'))).toEqual({
    message: 'window is missing',
    status: 400,
    source: 'plugin',
  });
  for (const error of [new TypeError('x is undefined'), 'x is undefined']) {
    expect(failureOf(error)).toEqual({
      message: 'Driftline failed to compute the query (x is undefined): please report this with the query.',
      status: 500,
      source: 'plugin',
    });
  }
});
