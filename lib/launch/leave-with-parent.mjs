// Ends this process when the one that started it is gone, even by SIGKILL, so that it does not keep ports and databases from the next start.
// A process whose parent is gone gets another one.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 500).unref()
