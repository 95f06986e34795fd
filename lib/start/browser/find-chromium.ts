import fs from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The Chromium that browser tests drive: the one REFEREE_CHROMIUM names, else Playwright's own, else the system's. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env.REFEREE_CHROMIUM
  if (named) return fs.existsSync(named) ? named : null
  const folders = (env.PATH ?? '').split(path.delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [chromium.executablePath(), ...onPath, ...ELSEWHERE].find((file) => fs.existsSync(file)) ?? null
}

/** Fit for a container and for root; without Chromium's own errands to hosts that a closed network refuses. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
