import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { identifierHash } from './identifier-hash.ts';

/**
 * Whose rules these are. Its parts are in the names of groups, rules and recorded series, so that files of several teams
 * and models stand side by side.
 */
export interface RuleScope {
  /** Small letters, digits and dashes. */
  readonly team?: string;
  readonly model?: string;
  readonly version?: string;
  /** Grafana's folder. */
  readonly folder?: string;
}

/** Name of a group, such as `driftline-fraud income drift`. */
export function groupName({ team, model, version }: RuleScope, part?: string): string {
  return [prefix(team), model, version, part]
    .flatMap((each) => (each === undefined ? [] : [each === part ? each : plain(each)]))
    .join(' ');
}

export function folderOf({ team, folder }: RuleScope): string {
  return folder ?? (team === undefined ? 'Driftline' : `Driftline ${team}`);
}

/** What a title ends with to be the only one of its folder, such as ` (income, feature age)`. */
export function titleEnd({ model, version }: RuleScope, feature?: string): string {
  const parts = [
    ...(model === undefined ? [] : [plain(model)]),
    ...(version === undefined ? [] : [`version ${plain(version)}`]),
    ...(feature === undefined ? [] : [`feature ${plain(feature)}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** Grafana takes so many letters, digits, dashes and underscores for the uid of a rule. */
const LONGEST_UID = 40;

/**
 * The uid of a rule: what it is, as far as it fits, and a hash where that is not all. It stays the same from one run to
 * the next.
 *
 * @param rule - what tells the rules of a scope apart, in letters, digits and dashes: `psi-warning`
 */
export function ruleUid({ team, model, version }: RuleScope, rule: string, feature?: string): string {
  const parts = [team, model, version, feature].map((each) => each ?? '');
  const isPlain = parts.slice(1).every((part) => part === '');
  const readable = [prefix(team), model, version, rule, feature].filter((each) => each !== undefined).join('-');
  const short = [readable, readable.replace(/^driftline-/, 'dl-')].find(({ length }) => length <= LONGEST_UID);
  if (isPlain && short !== undefined) return short;
  const hash = identifierHash(JSON.stringify([...parts, rule]));
  const slug = readable.replace(/[^a-zA-Z0-9]+/g, '-').slice(0, LONGEST_UID - hash.length - 1);
  return `${slug.replace(/-$/, '')}-${hash}`;
}

/** What the names of recorded series begin with. */
export function recordPrefix({ team }: RuleScope): string {
  return prefix(team).replace(/-/g, '_');
}

/** Labels that the series of the scope have, of a recorded rule: with them, no two rules of a file look the same. */
export function seriesLabels({ model, version }: RuleScope, feature?: string): Record<string, string> {
  return {
    ...(model === undefined ? {} : { [labelOf(ATTRIBUTES.modelName)]: model }),
    ...(version === undefined ? {} : { [labelOf(ATTRIBUTES.modelVersion)]: version }),
    ...(feature === undefined ? {} : { [labelOf(ATTRIBUTES.featureName)]: feature }),
  };
}

/** Labels of an alert, which are templates: those of its series, and the team. */
export function scopeLabels(scope: RuleScope, feature?: string): Record<string, string> {
  const labels = Object.entries(seriesLabels(scope, feature)).map(([label, value]) => [label, literal(value)]);
  return { ...(scope.team === undefined ? {} : { team: scope.team }), ...Object.fromEntries(labels) };
}

/** A text that a template of Go gives as it is. */
function literal(text: string): string {
  return text.includes('{{') ? `{{ ${JSON.stringify(text)} }}` : text;
}

const prefix = (team: string | undefined): string => (team === undefined ? 'driftline' : `driftline-${team}`);

/** A name as it is, in quotes if it could be read as something else. */
const plain = (name: string): string => (/^[\w.-]+$/.test(name) ? name : JSON.stringify(name));
