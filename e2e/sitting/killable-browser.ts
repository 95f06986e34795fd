import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../../lib/start/browser/find-chromium.ts'

/** A browser with a profile on the disk, which a test can kill as a power cut would and start again. */
export class KillableBrowser {
  private readonly profile = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-profile-'))
  private context: BrowserContext | null = null

  async start(baseURL: string): Promise<Page> {
    const executablePath = findChromium() ?? undefined
    const options = { args: CHROMIUM_FLAGS, baseURL, locale: 'en-GB', ...(executablePath ? { executablePath } : {}) }
    this.context = await chromium.launchPersistentContext(this.profile, options)
    return this.context.pages()[0] ?? this.context.newPage()
  }

  /** SIGKILL to every process of this profile: nothing is written any more, nothing is sent. */
  async kill(): Promise<void> {
    const gone = this.context?.waitForEvent('close')
    for (const pid of this.processes()) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // a child went with its parent
      }
    }
    await gone
    fs.rmSync(path.join(this.profile, 'SingletonLock'), { force: true })
  }

  async end(): Promise<void> {
    await this.context?.close().catch(() => {})
    fs.rmSync(this.profile, { recursive: true, force: true })
  }

  /** The browser's own process first, then those it started. */
  private processes(): number[] {
    const numbers = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return numbers.map(Number).filter((pid) => {
      try {
        return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(this.profile)
      } catch {
        return false
      }
    })
  }
}
