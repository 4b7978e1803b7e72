import { decodeReferences } from './entities.ts';

const declaration =
  /<!ENTITY\s+([A-Za-z_][\w.-]{0,31})\s+(?:"([^"<]{0,256})"|'([^'<]{0,256})')\s*>/g;
const maxDeclared = 256;

/**
 * General entities of an internal subset, as far as they are harmless: short and flat. What refers to another entity,
 * to a file or to an address is not taken in, so neither laughs nor leaks are possible.
 */
export function readDeclaredEntities(doctype: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const [, name, double, single] of doctype.matchAll(declaration)) {
    if (entities.size >= maxDeclared) break;
    const value = decodeReferences(double ?? single ?? '');
    const isFlat = !/&[A-Za-z_]/.test(value) && !value.includes('%');
    if (isFlat && !entities.has(name as string)) entities.set(name as string, value);
  }
  return entities;
}
