/** Packs @nashra/reader for others: `npm run pack:reader [-- FOLDER]`. */
import { packReader } from './pack.ts';

console.log(packReader(process.argv[2] ?? process.cwd()));
