// Preloaded into the processes that the launcher starts. When the launcher is gone, even by SIGKILL, its end of the channel closes: then
// this process leaves too, so that it does not keep ports and databases from the next start.
process.on('disconnect', () => process.exit(0))
process.channel?.unref()
