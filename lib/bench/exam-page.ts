import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Route } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../start/browser/find-chromium.ts'
import type { Session } from './session.ts'

export interface PageFigures {
  transferred: number
  /** of what was transferred */
  fonts: number
  styles: number
  scripts: number
  blocking: number
  shift: number
  contentful: number
}

/** What of a page is measured. */
export interface Visit {
  path: string
  /** the exam without the questions that ask for a formula */
  withoutFormulas?: boolean
}

/** Opens a page in a browser that has seen nothing of this site, and leaves it alone for a moment. */
export async function measurePage(address: string, visit: Visit, session: Session): Promise<PageFigures> {
  const executablePath = findChromium()
  const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) })
  try {
    return await coldVisit(browser, address, visit, session)
  } finally {
    await browser.close()
  }
}

async function coldVisit(browser: Browser, address: string, visit: Visit, session: Session): Promise<PageFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies(session.cookies.map((cookie) => ({ ...cookie, url: address })))
  await context.addInitScript(observe)
  const page = await context.newPage()
  if (visit.withoutFormulas) await page.route('**/paper', dropFormulas)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  const types = new Map<string, string>()
  const sizes: { type: string; bytes: number }[] = []
  devtools.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.push({ type: types.get(requestId) ?? '', bytes: encodedDataLength }),
  )
  const scripts: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(
        response.body().then(
          (body) => gzipSync(body).byteLength,
          () => 0,
        ),
      )
  })
  await page.goto(address + visit.path, { waitUntil: 'networkidle' })
  await page.waitForTimeout(1000) // long tasks after hydration count too
  const seen = await page.evaluate(
    () => (window as unknown as { seen: Pick<PageFigures, 'blocking' | 'shift' | 'contentful'> }).seen,
  )
  const total = (list: readonly number[]) => list.reduce((so, one) => so + one, 0)
  const sizeOf = (...kinds: string[]) =>
    total(sizes.filter(({ type }) => kinds.length === 0 || kinds.includes(type)).map(({ bytes }) => bytes))
  const figures = {
    ...seen,
    transferred: sizeOf(),
    fonts: sizeOf('Font'),
    styles: sizeOf('Stylesheet'),
    scripts: total(await Promise.all(scripts)),
  }
  await context.close()
  return figures
}

async function dropFormulas(route: Route): Promise<void> {
  const paper = (await (await route.fetch()).json()) as { questions: { fields: { kind: string }[] }[] }
  const questions = paper.questions.filter(({ fields }) => fields.every(({ kind }) => kind !== 'formula'))
  await route.fulfill({ json: { ...paper, questions } })
}

/** Runs in the page: total blocking time, layout shift and largest contentful paint from the first byte on. */
function observe() {
  const seen = { blocking: 0, shift: 0, contentful: 0 }
  ;(window as unknown as { seen: typeof seen }).seen = seen
  const watch = (type: string, see: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true })
  watch('longtask', (entry) => {
    seen.blocking += Math.max(0, entry.duration - 50)
  })
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) seen.shift += value
  })
  watch('largest-contentful-paint', (entry) => {
    seen.contentful = entry.startTime
  })
}
