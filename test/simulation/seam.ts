type Verb = (...args: never[]) => unknown;

let standIns: Readonly<Record<string, Verb>> = {};
const reals = new Map<string, Verb>();

/** What runs in the place of the product's own from now on, by name; the rest stays itself. */
export function standIn(verbs: Readonly<Record<string, Verb>>): void {
  standIns = verbs;
}

/** The product's own function behind a seam. */
export function realOf(name: string): Verb {
  const real = reals.get(name);
  if (!real) throw new Error(`no seam is called ${name}`);
  return real;
}

/** A function that asks at every call who does it. */
export function seam(name: string, real: Verb): Verb {
  reals.set(name, real);
  return (...args) => (standIns[name] ?? real)(...args);
}
