import { spawn } from 'node:child_process'
import { findChromium } from './find-chromium.ts'

/** A Chromium, installed when there is none: Playwright's own build, or Debian's where this is root. Null: no way. */
export async function ensureChromium(root: string): Promise<string | null> {
  return findChromium() ?? (await playwrightsOwn(root)) ?? (await debians())
}

async function playwrightsOwn(root: string): Promise<string | null> {
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  await run(process.execPath, [`${root}/node_modules/@playwright/test/cli.js`, 'install', 'chromium'], env)
  return findChromium()
}

async function debians(): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['-qq', 'update'], env)
  // libvulkan1 lets the WebGPU tests use the software adapter that comes with Chromium.
  const packages = ['chromium', 'libvulkan1', 'fonts-liberation']
  await run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages], env)
  return findChromium()
}

/** Whether it worked shows in what can be found afterwards. */
function run(command: string, args: readonly string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'ignore', timeout: 600_000 })
    child.on('error', () => resolve())
    child.on('close', () => resolve())
  })
}
