import { describeWithGo } from './describe-with-go.ts';
import { runInBackEnd } from './run-in-back-end.ts';

const STATICCHECK = 'honnef.co/go/tools/cmd/staticcheck@v0.7.0';

/** The first run compiles everything, and downloads what is not there. */
const TIMEOUT_MS = 600_000;

describeWithGo('the Go code', () => {
  test('is formatted', async () => expect(await runInBackEnd('gofmt', '-l', '.')).toBe(''), TIMEOUT_MS);

  test('passes go vet', () => runInBackEnd('go', 'vet', './...'), TIMEOUT_MS);

  test('passes its tests', () => runInBackEnd('go', 'test', './...'), TIMEOUT_MS);

  test('passes staticcheck', () => runInBackEnd('go', 'run', STATICCHECK, './...'), TIMEOUT_MS);
});
