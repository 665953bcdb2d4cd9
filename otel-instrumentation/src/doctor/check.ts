import type { Ask, Model } from './answer.ts';
import type { Finding } from './finding.ts';
import type { Scope } from './scope.ts';

/**
 * Something that the doctor looks at: it asks the store for all models at once, and then says what it found of each. A
 * check says nothing of what another one reports already.
 */
export type Check = (ask: Ask, scope: Scope) => Promise<(model: Model) => readonly Finding[]>;
