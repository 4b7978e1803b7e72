import type { Command } from 'commander';

export function addMcp(program: Command): void {
  program
    .command('mcp')
    .summary('offer the news to agents, over standard input and output')
    .description(
      'A server of the Model Context Protocol: lists, articles, stories with their chains, revisions and publishers, read-only. It reads as the role nashra_reader.',
    )
    .addHelpText(
      'after',
      '\nExample, for an agent’s settings:\n  { "command": "npx", "args": ["nashra", "mcp"] }',
    )
    .action(async () => (await import('../mcp/run-mcp.ts')).runMcp());
}
