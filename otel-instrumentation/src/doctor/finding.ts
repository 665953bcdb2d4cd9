/** The state of one thing that the doctor looks at. */
export interface Finding {
  readonly what: string;
  /**
   * `here` and `absent` are fine, the latter being something that a model may lack; `note` is to be known; `missing` and
   * `wrong` are faults.
   */
  readonly state: 'here' | 'absent' | 'note' | 'missing' | 'wrong';
  /** How much there is, or what is wrong, its evidence, and what to change. */
  readonly detail: string;
}

/** Whether something is to be changed. */
export function isFault({ state }: Finding): boolean {
  return state === 'missing' || state === 'wrong';
}
