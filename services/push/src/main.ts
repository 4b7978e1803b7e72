import { runService } from '@nashra/service';
import { readConfig } from './config.ts';
import { createPush } from './service.ts';

await runService(() => createPush(readConfig(process.env)));
