import { expect, expectAccessible, test } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { changeRow } from './sitting/drawn.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { act, formOf, lookNow, minutesLeft, openRunning, rowOf, soon } from './sitting/run-exam.ts'

test.use({ trace: 'off', allow: [/409.*reopen/] })

/** The attempt has so many seconds left, as if it had begun that long ago. */
const leave = (attemptId: string, seconds: number) =>
  changeRow(
    `update attempt set started_at = clock_timestamp() - (attempt_deadline(id) - started_at) + make_interval(secs => $2)
     where id = $1`,
    [attemptId, seconds],
  )

test('more time and a correction reach a student who loads nothing again, and staff see that they did', async ({
  as,
}) => {
  await enrolStudent('kiri', 'Kiri Rao')
  const [student, staff] = [await as('kiri'), await as('ines')]
  await beginExam(student)
  await openRunning(staff)
  await expect(rowOf(staff, 'Kiri Rao')).toContainText('sitting')
  await expectAccessible(staff)
  const before = await minutesLeft(student)
  expect(before).toBeGreaterThan(15)

  await act(staff, 'Kiri Rao', 'Give time', '10')
  await expect(student.getByText('You have 10 minutes more.')).toBeVisible(soon)
  expect(await minutesLeft(student)).toBeGreaterThan(before + 5)

  const announcing = staff.locator('form').filter({ hasText: 'About' })
  await announcing.getByLabel('About').selectOption({ index: 2 })
  await announcing.getByLabel('Text').fill('Read “rows” where it says “lines”.')
  await announcing.getByRole('button', { name: 'Announce' }).click()
  await expect(announcing.getByRole('status')).toHaveText('Done.')
  const news = student.getByRole('status').filter({ hasText: 'On question 2' })
  await expect(news).toContainText('Read “rows” where it says “lines”.', soon)
  await expect(student.getByRole('region', { name: 'Announcements' })).toContainText('“rows”')

  // the next pulse says that it stands there, and nobody has to have read it
  const said = staff.getByRole('listitem').filter({ hasText: '“rows”' })
  await expect(said).toContainText(/Shown on \d+ of \d+ exams? that/)
  await expect(async () => {
    await lookNow(student)
    await lookNow(staff)
    await expect(said).not.toContainText('Kiri Rao', { timeout: 2_000 })
  }).toPass(soon)
  await news.getByRole('button', { name: 'Understood' }).click()
  await expect(news).toBeHidden()
  await expect(staff.getByRole('region', { name: 'What staff did' })).toContainText('gave 10 min to Kiri Rao')
})

test('in a break the paper is covered and the clock stands, and both come back', async ({ as }) => {
  await enrolStudent('sven', 'Sven Berg')
  const [student, staff] = [await as('sven'), await as('ines')]
  await beginExam(student)
  await openRunning(staff)
  await act(staff, 'Sven Berg', 'Start a break')
  await expect(student.getByRole('heading', { name: 'Break' })).toBeVisible(soon)
  await expect(student.getByRole('heading', { name: /^1 / })).toBeHidden()
  await expect(rowOf(staff, 'Sven Berg')).toContainText('on a break', soon)
  const stands = await minutesLeft(student)
  const pulse = student.waitForResponse(/\/pulse(\?|$)/)
  await lookNow(student)
  await pulse
  expect(await minutesLeft(student)).toBe(stands)
  await expectAccessible(student)
  await act(staff, 'Sven Berg', 'End the break')
  await lookNow(student)
  await expect(student.getByText('The break is over.')).toBeVisible(soon)
  await expect(student.getByRole('heading', { name: 'Break' })).toBeHidden()
  await expect.poll(async () => Math.abs((await minutesLeft(student)) - stands), soon).toBeLessThanOrEqual(1)
  await expect(staff.getByRole('region', { name: 'What staff did' })).toContainText('Sven Berg: ended the break')
})

test('little time left is said, and not to whoever does not want it; closed is closed', async ({ as }) => {
  await enrolStudent('uma', 'Uma Costa')
  const [student, staff] = [await as('uma'), await as('ines')]
  const attemptId = await beginExam(student)
  const wanted = student.getByRole('checkbox', { name: 'Warn me before my time is up' })
  await wanted.uncheck()
  await leave(attemptId, 609)
  await lookNow(student)
  await expect(student.getByRole('timer')).toContainText(/^9:\d\d/, soon)
  await expect(student.getByText('10 minutes left.')).toBeHidden()
  await wanted.check()
  await leave(attemptId, 309)
  await lookNow(student)
  await expect(student.getByText('5 minutes left.')).toBeVisible(soon)

  // closed by staff; opened again only once nobody can see results
  await openRunning(staff)
  await act(staff, 'Uma Costa', 'Close the exam')
  await lookNow(student)
  await expect(student.getByText(/The exam is closed/)).toBeVisible(soon)
  const form = await formOf(staff, 'Uma Costa')
  await form.getByLabel('Reason').fill('The wrong one.')
  await form.getByRole('button', { name: 'Open again' }).click()
  await expect(form.getByRole('status')).toContainText('Students can see their results.')
  await expect(staff.getByRole('region', { name: 'What staff did' })).toContainText('Uma Costa: closed the exam')
})
