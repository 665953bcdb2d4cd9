import { diag, DiagLogLevel } from '@opentelemetry/api';
import { useLogger, warn } from '../../src/values/log.ts';

let sentence = 0;
/** A sentence that the process has not said yet. */
const unsaid = (): string => `sentence ${++sentence}`;

let console_: jest.SpyInstance;

beforeEach(() => (console_ = jest.spyOn(console, 'warn').mockImplementation()));

afterEach(() => {
  useLogger(undefined);
  diag.disable();
  jest.restoreAllMocks();
});

test('without any set-up the console is told, once for each sentence', () => {
  const text = unsaid();
  warn(text);
  warn(text);
  expect(console_.mock.calls).toEqual([[`driftline: ${text}`]]);
});

test('a logger of the service is told in place of the console, by its own method', () => {
  const logger = {
    lines: [] as string[],
    warn(line: string) {
      this.lines.push(line);
    },
  };
  useLogger(logger);
  const text = unsaid();
  warn(text);
  expect(logger.lines).toEqual([`driftline: ${text}`]);
  expect(console_).not.toHaveBeenCalled();
});

test('a logger of OpenTelemetry is told in place of the console, at the level that it was set to', () => {
  const logger = { error: jest.fn(), warn: jest.fn(), info: jest.fn(), debug: jest.fn(), verbose: jest.fn() };
  diag.setLogger(logger, DiagLogLevel.WARN);
  const text = unsaid();
  warn(text);
  expect(logger.warn).toHaveBeenCalledWith(`driftline: ${text}`);
  diag.setLogger(logger, { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true });
  warn(unsaid());
  expect(logger.warn).toHaveBeenCalledTimes(1);
  expect(console_).not.toHaveBeenCalled();
});

test('a logger that throws costs nothing', () => {
  useLogger({
    warn: () => {
      throw new Error('no disk');
    },
  });
  expect(() => warn(unsaid())).not.toThrow();
});
