import { describeWithGo } from './describe-with-go.ts';
import { runWithC } from './run-in-back-end.ts';

/** The detector compiles all that the back end uses once more, which takes minutes; fuzzing takes what it is given. */
describeWithGo('the Go code, looked at for long', () => {
  test('has no races', () => runWithC('go', 'test', '-race', './...'));

  test.each([
    ['FuzzParse', './store'],
    ['FuzzQuery', './datasource'],
  ])('%s finds nothing', (name, folder) =>
    runWithC('go', 'test', '-run', 'xxx', '-fuzz', name, '-fuzztime', '60s', folder),
  );
});
