import { parseArgs } from 'node:util';
import { z } from 'zod';
import { bugNamed } from './bugs/list.ts';
import { openSeams } from './hooks.ts';
import { OPTIONS } from './options.ts';

// Every start of a service reads settings anew: compiling what reads them once would cost more than reading.
z.config({ jitless: true });
// Errors are thrown by the thousand, and nobody reads where.
Error.stackTraceLimit = 0;
const { values } = parseArgs({ options: OPTIONS });
const bug = values.bug === undefined ? [] : [bugNamed(values.bug, values.bugs)];
openSeams(bug);
const { simulate } = await import('./simulate.ts');
process.exitCode = await simulate(values);
