import { expect, test } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { formOf, openRunning } from './sitting/run-exam.ts'
import { heldText, signInThere } from './sitting/session.ts'

// a reason that is missing, and being signed out, is what this test provokes
test.use({ allow: [/401|422.*sessions/] })

test('staff sign a student out; the open exam asks to sign in again and loses nothing', async ({ as }) => {
  await enrolStudent('rosa', 'Rosa Lind')
  const [student, staff] = [await as('rosa'), await as('ines')]
  const attemptId = await beginExam(student)
  const box = student.locator('main textarea').first()
  const key = ((await box.getAttribute('id')) ?? '').replace(/^answer-/, '')
  await box.pressSequentially('Typed before. ')
  await expect.poll(() => heldText(student, attemptId, key)).toBe('Typed before. ')

  await openRunning(staff)
  const form = await formOf(staff, 'Rosa Lind')
  await form.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(form.getByRole('status')).toContainText('Say why: it is kept.')
  await form.getByLabel('Reason').fill('Left signed in at the pool.')
  await form.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(form.getByRole('status')).toHaveText(/^Done\. The open page keeps/)

  const panel = student.getByRole('dialog')
  await expect(async () => {
    await box.pressSequentially('x')
    await expect(panel).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  await expect(panel).toContainText('You have been signed out')
  const typed = await box.inputValue()
  const [opened] = await Promise.all([
    student.waitForEvent('popup'),
    panel.getByRole('button', { name: 'Sign in again' }).click(),
  ])
  await Promise.all([opened.waitForEvent('close'), signInThere(opened, 'rosa')])
  await expect(panel).toBeHidden()
  await expect.poll(() => heldText(student, attemptId, key)).toBe(typed)

  // it is in the log, and the saves of the attempt that goes on are a step away
  await expect(staff.getByRole('region', { name: 'What staff did' })).toContainText('Rosa Lind: signed out everywhere')
  await form.getByRole('link', { name: 'What was saved, and when' }).click()
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText('History of Rosa Lind')
  await expect(staff.getByRole('slider')).toHaveAttribute('aria-valuetext', /Save \d+ of \d+/)
  await staff.getByRole('link', { name: 'Back to running the exam' }).click()
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText('Run the exam')
})
