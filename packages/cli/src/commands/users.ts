import { type Command, Option } from 'commander';
import { wholeNumber } from './whole-number.ts';

const ROLES = ['viewer', 'operator', 'admin'];
const SCOPES = ['read', 'failures', 'sources', 'people'];
const BECAUSE = ['--because <text>', 'why, for the audit'] as const;
const run = () => import('../users/run-users.ts');

export function addUsers(program: Command): void {
  const users = program
    .command('users')
    .summary('say who is let into the console, as what, and what their programs may')
    .description(
      'A viewer looks, an operator acts on failures, sources and queues, an admin also on people. The login of the settings (OPS_USER) is an admin beside these.',
    );
  users
    .command('list')
    .summary('list them')
    .option('--json', 'print { name, role, madeAt }, one a line')
    .addHelpText('after', '\nExample:\n  nashra users list')
    .action(async (options) => (await run()).runUsers(options));
  users
    .command('add')
    .summary('let somebody in; the password is shown once')
    .argument('<name>', 'small letters, digits, dots, dashes, underscores')
    .addOption(new Option('--role <role>', 'what they may').choices(ROLES).default('viewer'))
    .option(...BECAUSE)
    .option('--json', 'print { name, role, password }')
    .addHelpText('after', '\nExample:\n  nashra users add amina --role admin')
    .action(async (name, options) => (await run()).runAddUser(name, options));
  const role = users.command('role').summary('give somebody another role').argument('<name>');
  role
    .addArgument(role.createArgument('<role>').choices(ROLES))
    .option(...BECAUSE)
    .addHelpText('after', '\nExample:\n  nashra users role amina operator')
    .action(async (name, is, options) => (await run()).runUserRole(name, is, options));
  users
    .command('password')
    .summary('make up a new password, which ends all sessions')
    .argument('<name>')
    .option(...BECAUSE)
    .option('--json', 'print { name, password }')
    .addHelpText('after', '\nExample:\n  nashra users password amina')
    .action(async (name, options) => (await run()).runUserPassword(name, options));
  users
    .command('remove')
    .summary('let somebody in no more; sessions and tokens end')
    .argument('<name>')
    .option(...BECAUSE)
    .addHelpText('after', '\nExample:\n  nashra users remove amina')
    .action(async (name, options) => (await run()).runRemoveUser(name, options));
  addTokens(users);
}

function addTokens(users: Command): void {
  const tokens = users
    .command('tokens')
    .summary('list, add and remove tokens for /api/ops/v1')
    .option('--json', 'print one a line')
    .addHelpText('after', '\nExample:\n  nashra users tokens')
    .action(async (options) => (await run()).runTokens(options));
  tokens
    .command('add')
    .summary('make one; it is shown once, and reaches no further than the role of its owner')
    .argument('<user>', 'whose')
    .requiredOption('--name <text>', 'what it is for')
    .addOption(new Option('--may <scopes...>', 'what').choices(SCOPES).default(['read']))
    .option('--days <n>', 'it is good for', wholeNumber(1, 730), 90)
    .option(...BECAUSE)
    .option('--json', 'print { who, name, token }')
    .addHelpText(
      'after',
      '\nExample:\n  nashra users tokens add amina --name pager --may read failures',
    )
    .action(async (who, _, command) => (await run()).runAddToken(who, command.optsWithGlobals()));
  tokens
    .command('remove')
    .summary('end one')
    .argument('<id>', 'as "nashra users tokens" lists it', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option(...BECAUSE)
    .addHelpText('after', '\nExample:\n  nashra users tokens remove 873456123904')
    .action(async (id, _, command) => (await run()).runRemoveToken(id, command.optsWithGlobals()));
}
