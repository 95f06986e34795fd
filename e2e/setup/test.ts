import { type BrowserContext, test as base, type Page } from '@playwright/test'
import { type Person, signIn } from './people.ts'
import { watch } from './watch.ts'

export { expect, type Page } from '@playwright/test'
export { expectAccessible } from './accessible.ts'
export { PASSWORD } from './people.ts'

interface Fixtures {
  /** Faults that a test provokes on purpose; any other fails it. */
  allow: RegExp[]
  faults: string[]
  /** A page of a browser of its own in which that person is signed in. */
  as: (person: Person) => Promise<Page>
}

/** The test of this project: it fails on every console error, uncaught exception, CSP violation and 5xx it meets. */
export const test = base.extend<Fixtures>({
  allow: [[], { option: true }],
  faults: [
    async ({ allow }, use) => {
      const faults: string[] = []
      await use(faults)
      const unwanted = faults.filter((fault) => !allow.some((pattern) => pattern.test(fault)))
      if (unwanted.length > 0) throw new Error(`The pages were not free of faults:\n${unwanted.join('\n')}`)
    },
    { auto: true },
  ],
  context: async ({ context, faults }, use) => {
    watch(context, faults)
    await use(context)
  },
  as: async ({ browser, baseURL, contextOptions, faults }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (person) => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL ? { baseURL } : {}) })
      contexts.push(context)
      watch(context, faults)
      const page = await context.newPage()
      await signIn(page, person)
      return page
    })
    for (const context of contexts) await context.close()
  },
})
