import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessible.ts'
import { expect } from './keep-going.ts'

const looks = [
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 1280 },
] as const

/** What is said over an exam can be read by everybody, by day and by night, and fits the narrowest window. */
export async function expectReadable(page: Page, part: string): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await expectAccessible(page, part)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(() => sticksOut(page), 'pixels that stick out of the window').toBeLessThanOrEqual(0)
}

const sticksOut = (page: Page) =>
  page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll('header, [role="dialog"]')]
    return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth))
  })

/** Opens a dialog by the keyboard, reads it, closes it, and is back at the button that opened it. */
export async function expectThereAndBack(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name }).first()
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectReadable(page, '[role="dialog"]')
  await page.keyboard.press('Tab')
  await expect(page.locator('[role="dialog"] :focus')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(button).toBeFocused()
}
