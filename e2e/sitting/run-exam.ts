import { expect, type Page } from '@playwright/test'
import { openExam } from './open-exam.ts'

/** A pulse of five seconds, and what a busy machine adds to it. */
export const soon = { timeout: 25_000 }

/** To the page on which staff run the exam of the twelve questions. */
export async function openRunning(staff: Page): Promise<void> {
  await openExam(staff)
  await staff.getByRole('link', { name: 'Run the exam' }).click()
  await expect(staff.getByRole('heading', { level: 1, name: 'Run the exam' })).toBeVisible()
}

export const rowOf = (staff: Page, name: string) =>
  staff.getByRole('row').filter({ has: staff.getByRole('rowheader', { name: new RegExp(`^${name}`) }) })

/** What can be changed for a student; opened where it is not. */
export async function formOf(staff: Page, name: string) {
  const form = staff.locator('form').filter({ hasText: `The exam of ${name}` })
  if (!(await form.isVisible())) await staff.getByRole('button', { name: `Change the exam of ${name}` }).click()
  await expect(form).toBeVisible()
  return form
}

/** Does something for a student, with a reason, and waits until it is done. */
export async function act(staff: Page, name: string, button: string, minutes = '5'): Promise<void> {
  const form = await formOf(staff, name)
  await form.getByLabel('Minutes').fill(minutes)
  await form.getByLabel('Reason').fill('Fire drill.')
  await form.getByRole('button', { name: button, exact: true }).click()
  await expect(form.getByRole('status')).toHaveText(/^Done\./)
}

/** Minutes on the student's clock. */
export async function minutesLeft(student: Page): Promise<number> {
  const text = await student.getByRole('timer').textContent()
  const [, hours = '0', minutes = '0'] = /(?:(\d+) h )?(\d+) min/.exec(text ?? '') ?? []
  return Number(hours) * 60 + Number(minutes)
}

/** Lets a page look at once, as it does when somebody comes back to it: a test need not wait for the next pulse. */
export async function lookNow(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}
