process.stderr.write('cannot go on\n');
process.exitCode = 3;
