import { way } from '@nashra/pipeline';
import type { Cell } from '../cell.ts';

const STAGES = way.map((stage) => stage.name);

export const stagesGone: Cell = {
  name: 'stages-gone',
  kind: 'process',
  what: 'all stages are killed and come back after a while',
  named: /(fetch|parse|dedupe|index) (no answer|not heard)/,
  async begin(system) {
    await Promise.all(STAGES.map((name) => system.kill(name)));
  },
  async end(system) {
    await Promise.all(STAGES.map((name) => system.start(name)));
  },
};
