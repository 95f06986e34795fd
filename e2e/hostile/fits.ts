import { expect, type Page } from '../setup/test.ts'

/** Nothing sticks out of the window. */
export async function expectFits(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(beyond, `pixels that stick out of ${new URL(page.url()).pathname}`).toBeLessThanOrEqual(0)
}
