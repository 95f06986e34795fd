// The first thing `npm start` and `npm test` run, under whatever Node the machine has: installs what is missing and
// hands over to TypeScript under the Node of node_modules. Plain JavaScript, old enough to be parsed by an old Node.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages } from './install.mjs'
import { findProblem } from './preflight.mjs'

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const command = process.argv[2]

async function prepare() {
  const problem = await findProblem({ root, command, env: process.env, nodeVersion: process.versions.node })
  if (problem) return problem
  return installPackages(root)
}

/** Runs `lib/start/<command>.ts` until it ends; signals go through, and it ends when this process goes. */
function handOver() {
  const bin = path.join(root, 'node_modules/.bin')
  const node = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const script = path.join(root, 'lib/start', command === 'test' ? 'test.ts' : 'main.ts')
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script].concat(process.argv.slice(3)), {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({}, process.env, { PATH: bin + path.delimiter + process.env.PATH }),
  })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`Cannot run ${node}: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code === null ? 128 + (signal === 'SIGINT' ? 2 : 15) : code))
}

function fail(problem) {
  console.error(problem)
  process.exit(1)
}

prepare().then(
  (problem) => (problem ? fail(problem) : handOver()),
  (error) => fail(`Set-up failed: ${error.message}`),
)
