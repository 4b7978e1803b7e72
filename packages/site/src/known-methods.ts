/** What is asked of a framework: to be told of each route. */
interface Routed {
  addHook(
    name: 'onRoute',
    hook: (route: {
      readonly url: string;
      readonly method: string | string[];
      readonly prefix: string;
    }) => void,
  ): unknown;
}

export interface Asked {
  readonly url: string;
  readonly method: string;
}

/**
 * By which methods an address can be asked for that was asked for by another: in the order of their registration, none where
 * it was asked for rightly, or nothing is there at all. Routes of a whole folder (`/*`), and those that others brought along under a prefix, say nothing. To be called before
 * the first route.
 */
export function knownMethods(app: Routed): (asked: Asked) => readonly string[] {
  const routes: { readonly parts: readonly string[]; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method, prefix }) => {
    if (prefix === '' && !url.includes('*'))
      routes.push({ parts: url.split('/'), methods: [method].flat() });
  });
  return ({ url, method }) => {
    const path = (url.split('?', 1)[0] ?? '').split('/');
    const there = routes.filter(({ parts }) => fits(parts, path));
    const methods = new Set(there.flatMap((it) => it.methods));
    // A route itself may say that what is asked for is not there.
    return methods.has(method) ? [] : [...methods];
  };
}

const fits = (parts: readonly string[], path: readonly string[]): boolean =>
  parts.length === path.length &&
  parts.every((part, n) => part === path[n] || (part.startsWith(':') && path[n] !== ''));
