// Loaded before a supervised service: when its supervisor is gone without a word (kill -9), it ends as on SIGTERM.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Listening must not keep a service alive that has closed everything else.
process.channel?.unref();
