// What can be known to be wrong before anything is installed: each problem is one line that says what to do.
// Plain JavaScript, old enough to be parsed by an old Node.
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'

export const OLDEST_NODE = 20
export const DEFAULT_PORT = 3000
export const DEFAULT_HOST = '127.0.0.1'

/** The first problem that would stop `npm start` or `npm test`, as one line, or null. */
export async function findProblem({ root, command, env, nodeVersion }) {
  if (Number(nodeVersion.split('.')[0]) < OLDEST_NODE) {
    return `Node ${nodeVersion} is too old: Referee needs Node ${OLDEST_NODE} or newer.`
  }
  if (command !== 'start' && command !== 'test') return 'Usage: npm start, or npm test.'
  const folder = unwritableFolder(root)
  if (folder) return `No permission to write into ${folder}: make it writable for this user, or clone elsewhere.`
  if (command === 'test') return null
  return portProblem(env)
}

function unwritableFolder(root) {
  const folders = [root, path.join(root, 'node_modules'), path.join(root, '.data'), path.join(root, '.next')]
  for (const folder of folders) {
    if (!fs.existsSync(folder)) continue
    try {
      fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK)
    } catch {
      return folder
    }
  }
  return null
}

/** What is wrong with the port that `PORT` names, or null when it can be listened on. */
export async function portProblem(env) {
  const given = env.PORT || String(DEFAULT_PORT)
  const port = Number(given)
  if (!/^\d+$/.test(given) || port < 1 || port > 65535)
    return `PORT is "${given}": it must be a number from 1 to 65535.`
  const host = env.HOST || DEFAULT_HOST
  const code = await listenError(port, host)
  if (code === null) return null
  if (code === 'EADDRINUSE') {
    return `Port ${port} is busy: stop what listens there, or choose another: PORT=${port < 65535 ? port + 1 : 3001} npm start`
  }
  if (code === 'EACCES') return `No permission to listen on port ${port}: choose one above 1023: PORT=3000 npm start`
  return `Cannot listen on ${host}:${port} (${code}): set HOST to an address of this machine.`
}

function listenError(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => resolve(error.code || error.message))
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
}
