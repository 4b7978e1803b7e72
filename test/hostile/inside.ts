import { resolve } from 'node:path';

/** A module from inside of a service or of the command line, which have no door: what is attacked stands there. */
export const inside = (file: string) => import(resolve(import.meta.dirname, '../..', file));
