import { runService } from '@nashra/service';
import { readConfig } from './config.ts';
import { createParse } from './service.ts';

await runService(() => createParse(readConfig(process.env)));
