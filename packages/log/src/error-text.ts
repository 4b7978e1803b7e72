import { type ErrorFacts, errorFacts } from './error-facts.ts';

/** The facts of whatever was thrown, in lines for a terminal. */
export function errorText(thrown: unknown): string {
  return linesOf(errorFacts(thrown)).join('\n');
}

function linesOf({ type, message, stack, cause, errors = [], ...fields }: ErrorFacts): string[] {
  const said = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return [
    ...(stack ?? `${type}: ${message}`).split('\n'),
    ...(said.length > 0 ? [`    { ${said.join(', ')} }`] : []),
    ...(cause ? inset('cause', cause) : []),
    ...errors.flatMap((error, at) => inset(`errors.${at}`, error)),
  ];
}

function inset(name: string, facts: ErrorFacts): string[] {
  const [first, ...rest] = linesOf(facts);
  return [`  [${name}] ${first}`, ...rest.map((line) => `  ${line}`)];
}
