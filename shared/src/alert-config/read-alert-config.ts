import { isNode, isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { AlertConfigError } from './alert-config-error.ts';
import type { Fault } from './fault.ts';
import { limitFaults } from './limit-faults.ts';
import { alertConfigSchema, type AlertConfig } from './schema.ts';
import { schemaFaults } from './schema-faults.ts';

/**
 * Reads and checks an `alerts.yaml`.
 *
 * @param file - its name, for the sentences
 * @throws {AlertConfigError} with one sentence for each fault, with the line and what to write
 */
export function readAlertConfig(text: string, file: string): AlertConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  refuse(document.errors.map((error) => `${file}, line ${error.linePos?.[0].line ?? 1}: ${yamlFault(error, text)}.`));
  const json: unknown = document.toJS();
  const sentence = (fault: Fault): string =>
    `${file}, line ${lineOf(fault, document, lines)}: ${pathText(fault.path) || 'the file'} ${withEnd(fault.what)}`;
  refuse(schemaFaults(json).map(sentence));
  const config = alertConfigSchema.parse(json);
  refuse(limitFaults(config).map(sentence));
  return config;
}

function refuse(sentences: readonly string[]): void {
  if (sentences.length > 0) throw new AlertConfigError(sentences.join('\n'));
}

const withEnd = (what: string): string => (/[.?]$/.test(what) ? what : `${what}.`);

function yamlFault({ code, message, pos }: Document['errors'][number], text: string): string {
  if (code === 'DUPLICATE_KEY') {
    const key = /^[^\n:]*/.exec(text.slice(pos[0]))?.[0].trim();
    return `${key ?? 'a key'} is there twice: put all of it in one place`;
  }
  return `this is no YAML: ${message.replace(/ at line \d+[\s\S]*/, '')}`;
}

/** The line of the fault, or of what it is missing from. */
function lineOf({ path, isKey = false }: Fault, { contents }: Document, lines: LineCounter): number {
  let at: unknown = contents;
  let found = 0;
  for (const [depth, key] of path.entries()) {
    const pair = isMap(at) ? at.items.find((each) => String(each.key) === String(key)) : undefined;
    const value = isSeq(at) ? at.items[Number(key)] : pair?.value;
    const isLast = depth === path.length - 1;
    // A value may begin below its key, where the reader looks at the key.
    const node = isKey && isLast ? pair?.key : (pair?.key ?? value);
    if (isNode(node) && node.range) found = node.range[0];
    if (value === undefined || value === null) break;
    at = value;
  }
  return lines.linePos(found).line;
}

/** A path as people write it: `models[0].limits.psi`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${keyText(key)}`)).join('');
}

const keyText = (key: PropertyKey): string =>
  /^[\w -]+$/.test(String(key)) ? String(key) : JSON.stringify(String(key));
