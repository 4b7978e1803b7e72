// A process of its own that supervises one service: node hold-services.ts <logDir> <main>
import { superviseServices } from '../src/index.ts';

const [logDir = '', main = ''] = process.argv.slice(2);
superviseServices([{ name: 'held', main }], {
  logDir,
  onEvent: (event) => process.send?.(event),
});
