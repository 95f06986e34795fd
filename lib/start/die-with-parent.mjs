// Loaded into the children of the supervisor (`node --import`). The channel to it closes when it is gone, however it
// went; then this process has nobody to serve for.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(0), 3000).unref()
})
process.channel?.unref()
