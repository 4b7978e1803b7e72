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

/**
 * By which methods an address can be asked for that was asked for by another: in the order of their registration, none where
 * nothing is there at all. Routes of a whole folder (`/*`), and those that others brought along under a prefix, say nothing. To be called before
 * the first route.
 */
export function knownMethods(app: Routed): (url: string) => readonly string[] {
  const routes: { readonly parts: readonly string[]; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method, prefix }) => {
    if (prefix === '' && !url.includes('*'))
      routes.push({ parts: url.split('/'), methods: [method].flat() });
  });
  return (url) => {
    const asked = (url.split('?', 1)[0] ?? '').split('/');
    const there = routes.filter(({ parts }) => fits(parts, asked));
    return [...new Set(there.flatMap(({ methods }) => methods))];
  };
}

const fits = (parts: readonly string[], asked: readonly string[]): boolean =>
  parts.length === asked.length &&
  parts.every((part, n) => part === asked[n] || (part.startsWith(':') && asked[n] !== ''));
