import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 lay every new object into its young heap. Left to itself it takes note of where objects are made that outlive a collection, and
 * lays those that are made there later into old space at once: right for a cache, wrong for us, who make the same objects for each page and
 * let go of them with it. Whatever was compiled before goes by it from the next time it is compiled.
 */
export function bearYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
