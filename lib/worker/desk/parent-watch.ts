import { workerData } from 'node:worker_threads'

/** A thread of a desk: ends the process when it has lost the one that started it. */
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL')
}, 500)
