import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { changeRow } from './sitting/drawn.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { openExam } from './sitting/open-exam.ts'

/** A pulse of five seconds, and what a busy machine adds to it. */
const soon = { timeout: 25_000 }

const row = (staff: Page) => staff.getByRole('row').filter({ hasText: 'kiri@example.edu' })

/** Opens what can be changed for the student, and does it. */
async function change(staff: Page, minutes: string, button: string) {
  const form = staff.locator('form').filter({ hasText: 'The exam of Kiri Rao' })
  if (!(await form.isVisible())) await staff.getByRole('button', { name: 'Change the exam of Kiri Rao' }).click()
  await form.getByLabel('Minutes').fill(minutes)
  await form.getByLabel('Reason').fill('Fire drill.')
  await form.getByRole('button', { name: button, exact: true }).click()
  await expect(form.getByRole('status')).toHaveText('Done.')
}

/** Minutes on the student's clock. */
async function minutesLeft(student: Page): Promise<number> {
  const text = await student.getByRole('timer').textContent()
  const [, hours = '0', minutes = '0'] = /(?:(\d+) h )?(\d+) min/.exec(text ?? '') ?? []
  return Number(hours) * 60 + Number(minutes)
}

test.use({ trace: 'off', actionTimeout: 15_000, allow: [/409.*reopen/] })

test('staff run an exam, and its student sees it without loading anything again', async ({ as }) => {
  test.setTimeout(240_000)
  await enrolStudent('kiri', 'Kiri Rao')
  const [student, staff] = [await as('kiri'), await as('ines')]
  const attemptId = await beginExam(student)
  await openExam(staff)
  await staff.getByRole('link', { name: 'Run the exam' }).click()
  await expect(row(staff)).toContainText('sitting')
  await expectAccessible(staff)
  const before = await minutesLeft(student)
  expect(before).toBeGreaterThan(15)

  // more time for one: the clock changes, and it is said
  await change(staff, '10', 'Give time')
  await expect(student.getByText('You have 10 minutes more.')).toBeVisible(soon)
  expect(await minutesLeft(student)).toBeGreaterThan(before + 5)

  // a correction of one question: heard, and on the paper
  await staff.getByLabel('About').selectOption({ index: 2 })
  await staff.getByLabel('Text').fill('Read “rows” where it says “lines”.')
  await staff.getByRole('button', { name: 'Announce' }).click()
  await expect(staff.locator('form').filter({ hasText: 'About' }).getByRole('status')).toHaveText('Done.')
  const news = student.getByRole('status').filter({ hasText: 'On question 2' })
  await expect(news).toContainText('Read “rows” where it says “lines”.', soon)
  await expect(student.getByRole('region', { name: 'Announcements' })).toContainText('“rows”')

  // a break: the paper is covered, the clock stands, and both come back
  await change(staff, '5', 'Start a break')
  await expect(student.getByRole('heading', { name: 'Break' })).toBeVisible(soon)
  await expect(student.getByRole('heading', { name: /^1 / })).toBeHidden()
  await expect(row(staff)).toContainText('on a break', soon)
  const stands = await minutesLeft(student)
  await student.waitForResponse(/\/pulse$/)
  expect(await minutesLeft(student)).toBe(stands)
  await expectAccessible(student)
  await change(staff, '5', 'End the break')
  await expect(student.getByText('The break is over.')).toBeVisible(soon)
  await expect(student.getByRole('heading', { name: 'Break' })).toBeHidden()
  expect(Math.abs((await minutesLeft(student)) - stands)).toBeLessThanOrEqual(1)

  await news.getByRole('button', { name: 'Understood' }).click()
  await expect(news).toBeHidden()

  // little time is left: it is said at ten minutes, and no more once that is not wanted
  const nearlyUp = `update attempt set started_at = clock_timestamp() - (attempt_deadline(id) - started_at) + interval '625 s'
    where id = $1`
  await changeRow(nearlyUp, [attemptId])
  await expect(student.getByText('10 minutes left.')).toBeVisible({ timeout: 45_000 })
  await student.getByRole('checkbox', { name: 'Warn me before my time is up' }).uncheck()

  // closed by staff; opened again only once nobody can see results
  await change(staff, '5', 'Close the exam')
  await expect(student.getByText(/The exam is closed/)).toBeVisible(soon)
  const form = staff.locator('form').filter({ hasText: 'The exam of Kiri Rao' })
  await form.getByLabel('Reason').fill('The wrong one.')
  await form.getByRole('button', { name: 'Open again' }).click()
  await expect(form.getByRole('status')).toContainText('Students can see their results.')

  const log = staff.getByRole('region', { name: 'What staff did' })
  for (const what of ['gave 10 min to Kiri Rao', 'Kiri Rao: started a break', 'Kiri Rao: closed the exam'])
    await expect(log).toContainText(what)
})
