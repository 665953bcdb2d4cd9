// Written by `driftline types` from the profile of "in*/come\n", version "1".

/** Values of a row by feature name. What the profile leaves out, and groups that are no features, are optional. */
export interface Features {
  age: number | bigint | null | undefined;
  work: string | number | bigint | boolean | Date | null | undefined;
  "*/ export const x = 1; /*": string | number | bigint | boolean | Date | null | undefined;
  "it's \"quoted\" \\": string | number | bigint | boolean | Date | null | undefined;
  "new\nline": string | number | bigint | boolean | Date | null | undefined;
  "line\u{2028}separator": string | number | bigint | boolean | Date | null | undefined;
  "7": string | number | bigint | boolean | Date | null | undefined;
  __proto__: string | number | bigint | boolean | Date | null | undefined;
  sex?: unknown;
  email?: unknown;
}

/** What the model predicts. */
export type Classes = "no" | "yes";

/** Groups of people by attribute. */
export interface Groups {
  sex: "Female" | "Male";
}
