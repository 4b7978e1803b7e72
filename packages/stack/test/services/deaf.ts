// Ignores SIGTERM.
process.on('SIGTERM', () => {});
process.stdout.write('deaf\n');
setInterval(() => {}, 1_000);
