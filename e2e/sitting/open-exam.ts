import type { Page } from '@playwright/test'

/** To the staff page of the exam of the twelve questions. */
export async function openExam(staff: Page): Promise<void> {
  await staff.goto('/staff')
  await staff
    .getByRole('link', { name: /twelve questions/ })
    .first()
    .click()
}
