// Runs until SIGTERM, then ends with exit code 0.
const timer = setInterval(() => {}, 1_000);
process.once('SIGTERM', () => {
  process.stdout.write('bye\n');
  clearInterval(timer);
});
// Last: whoever reads this may send the signal.
process.stdout.write(`steady ${process.env['GREETING']} ${process.env['OPS_PASSWORD']}\n`);
