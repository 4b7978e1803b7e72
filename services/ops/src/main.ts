import { runService } from '@nashra/service';
import { readConfig } from './config.ts';
import { createOps } from './service.ts';

await runService(() => createOps(readConfig(process.env)));
