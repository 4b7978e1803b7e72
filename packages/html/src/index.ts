export { FIRST_UNKNOWN_TAG, type KnownTag, TAG, TAG_NAMES } from './tags.ts';
export { NODE, type Tree } from './tree.ts';
