import type { CompiledQuery } from 'kysely';
import type { Reader } from './open-reader.ts';

interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

/**
 * A statement that is asked again and again with other values: written out once for each reader, since that takes this
 * process longer than the answer takes the server. `write` is given each value as it stands there first.
 */
export function compiled<Values extends readonly unknown[], Row>(
  write: (reader: Reader, ...values: Values) => Compilable<Row>,
): (reader: Reader, ...values: Values) => Promise<Row[]> {
  const known = new WeakMap<Reader, CompiledQuery<Row>>();
  return async (reader, ...values) => {
    const statement = known.get(reader) ?? write(reader, ...values).compile();
    known.set(reader, statement);
    const asked: CompiledQuery<Row> = { ...statement, parameters: values };
    return (await reader.executeQuery(asked)).rows;
  };
}
