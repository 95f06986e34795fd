import type { Person } from './setup/people.ts'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'

/** Pages that no other test walks through; the exam and its result are checked where they are sat. */
const pages: { path: string; person: Person | null }[] = [
  { path: '/', person: null },
  { path: '/sign-in', person: null },
  { path: '/nowhere', person: null },
  { path: '/exams', person: 'chen' },
  { path: '/staff', person: 'ines' },
  { path: '/staff/questions', person: 'ines' },
  { path: '/staff/questions/04-max-pool-backwards?seed=seen', person: 'ines' },
]

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beyond, 'pixels that stick out of the window').toBeLessThanOrEqual(0)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, allow: [/404/] })
    for (const { path, person } of pages) {
      test(`${path} breaks no rule of accessibility and fits a window of 320 pixels`, async ({ as, page: nobody }) => {
        const page = person ? await as(person) : nobody
        await page.emulateMedia({ colorScheme })
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
        await page.setViewportSize({ width: 320, height: 700 })
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      })
    }
  })
}
