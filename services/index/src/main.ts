import { runService } from '@nashra/service';
import { readConfig } from './config.ts';
import { createIndex } from './service.ts';

await runService(() => createIndex(readConfig(process.env)));
