/** Something wrong in an `alerts.yaml`. */
export interface Fault {
  /** Where it is: keys and places in lists, from the top. */
  readonly path: readonly PropertyKey[];
  /** What follows the name of the field, or of the key: `is no duration: write it as 5m`. */
  readonly what: string;
  /** Whether the key itself is wrong, rather than its value. */
  readonly isKey?: boolean;
}
