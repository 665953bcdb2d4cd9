/** A variable on its own, as `$name`, `${name}`, `${name:format}` or `[[name]]`. */
const ALONE = /^(?:\$(\w+)|\$\{(\w+)(?:[.:][^}]*)?\}|\[\[(\w+)(?:[.:][^\]]*)?\]\])$/;

/** The name of the variable that a text is, with nothing around it. */
export function variableAlone(text: string): string | undefined {
  const [, ...names] = ALONE.exec(text) ?? [];
  return names.find((each) => each !== undefined);
}
