import { spawn } from 'node:child_process'

/**
 * Postgres does not notice when the process that started it is killed. A shell that holds a pipe of this process does:
 * the pipe closes, and it asks the server to shut down.
 */
export function stopWithParent(pid: number): void {
  if (process.platform === 'win32') return
  const watch = 'trap "" INT TERM HUP; cat >/dev/null; kill -INT "$1" 2>/dev/null'
  const watcher = spawn('sh', ['-c', watch, 'sh', String(pid)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watcher.on('error', () => {}) // no shell: a leftover is stopped by the next start instead
  watcher.unref()
  ;(watcher.stdin as unknown as { unref?: () => void }).unref?.()
}
