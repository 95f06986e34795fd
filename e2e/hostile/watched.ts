import type { BrowserContext } from '@playwright/test'
import { expect, type Page } from '../setup/test.ts'

export interface Watched {
  dialogs: string[]
  elsewhere: string[]
}

/** Notes what no page may do with what is typed: speak, and ask another place for something. */
export async function watchHostile(context: BrowserContext): Promise<Watched> {
  const seen: Watched = { dialogs: [], elsewhere: [] }
  const own = new URL(process.env.REFEREE_ADDRESS ?? '').origin
  context.on('dialog', async (dialog) => {
    seen.dialogs.push(dialog.message())
    await dialog.dismiss()
  })
  context.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && new URL(request.url()).origin !== own)
      seen.elsewhere.push(request.url())
  })
  await context.addInitScript(() => {
    const reports: string[] = []
    Object.assign(window, { reports })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      reports.push(`${violatedDirective} ${blockedURI} ${sample}`),
    )
  })
  return seen
}

/** What is in the page that typed text must not become. Runs in the page. */
function foundInPage() {
  const found: string[] = []
  const say = (what: string, element: Element) => found.push(`${what}: ${element.outerHTML.slice(0, 160)}`)
  const addresses = /^(href|src|srcset|xlink:href|action|formaction|data|poster|background|srcdoc|ping)$/i
  for (const element of document.querySelectorAll('*')) {
    if (/^(iframe|object|embed|portal|base|applet|frame|marquee|animate|set|maction)$/i.test(element.localName))
      say('an element that may run', element)
    const leadsAway = element.matches('a[target=_blank][rel~=noopener]')
    for (const { name, value } of element.attributes) {
      const bare = [...value].filter((letter) => letter > ' ').join('')
      if (/^on/i.test(name)) say('a handler', element)
      if (addresses.test(name) && !leadsAway && /^(javascript|vbscript|file):|pwned/i.test(bare))
        say('an address that runs', element)
      if (addresses.test(name) && !leadsAway && /evil\.example/.test(value)) say('an address elsewhere', element)
      if (name === 'style' && /url\(|expression|position:\s*(fixed|sticky)/i.test(value)) say('a style', element)
    }
  }
  for (const sheet of document.querySelectorAll('style, link[rel=stylesheet]'))
    if (/evil\.example/.test(sheet.outerHTML)) say('a style sheet', sheet)

  // what turns the direction around must have its line to itself
  const turning = /[\u202a-\u202e\u2066-\u2069\u05d0-\u05ea\u0620-\u064a]/
  const isBlock = (element: Element) => !/^(inline|contents|none|ruby)/.test(getComputedStyle(element).display)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (!turning.test(text.nodeValue ?? '') || /\u2068[^\u2069]*\u2069/.test(text.nodeValue ?? '')) continue
    let inside = text.parentElement
    if (!inside || inside.closest('script, style, textarea, option, title')) continue
    while (inside && !isBlock(inside) && !/isolate|plaintext/.test(getComputedStyle(inside).unicodeBidi))
      inside = inside.parentElement
    const beside = (inside?.textContent ?? '').replace(text.nodeValue ?? '', '').trim()
    if (inside && isBlock(inside) && beside !== '' && !inside.closest('[data-typed]'))
      say(`turns what stands beside it ("${beside.slice(0, 40)}")`, inside)
  }
  const { clientWidth, scrollWidth } = document.documentElement
  const sticksOut = scrollWidth > clientWidth
  const widest = () => {
    const edge = (element: Element) => element.getBoundingClientRect().right
    const scrolls = (element: Element) => getComputedStyle(element).overflowX !== 'visible'
    const out = [...document.querySelectorAll('main *')].filter((one) => edge(one) > clientWidth && !scrolls(one))
    const inner = out.filter((one) => ![...one.children].some((child) => edge(child) > clientWidth))
    return inner
      .map((one) => one.outerHTML.slice(0, 200))
      .slice(0, 5)
      .join('\n')
  }
  return {
    found,
    ran: 'pwned' in window || document.documentElement.hasAttribute('data-pwned'),
    reports: (window as unknown as { reports: string[] }).reports,
    beyond: sticksOut ? widest() : '',
  }
}

/** Nothing of what was typed ran, led elsewhere, or pushed the page out of its window. */
export async function expectInert(page: Page, { dialogs, elsewhere }: Watched): Promise<void> {
  const where = new URL(page.url()).pathname
  expect.soft(await page.evaluate(foundInPage), where).toEqual({ found: [], ran: false, reports: [], beyond: '' })
  expect.soft({ dialogs, elsewhere }, where).toEqual({ dialogs: [], elsewhere: [] })
}
