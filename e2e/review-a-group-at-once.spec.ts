import { classInGroups, decisionsOn } from './reviewing/class-in-groups.ts'
import { decideAs } from './reviewing/forty-answers.ts'
import { expect, expectAccessible, test } from './setup/test.ts'

test('a TA decides over a group of answers at once, with the keyboard, but for those that are different', async ({
  as,
}) => {
  const { exam, field } = await classInGroups()
  const page = await as('tara')
  await page.goto(`/staff/exams/${exam.examId}/review`)
  await page.getByRole('link', { name: 'Groups of answers to Why' }).click()
  const groups = page.getByRole('list', { name: 'Groups' }).getByRole('listitem')
  await expect(groups).toHaveCount(3)
  await expect(groups.first()).toContainText('12 · 63 %')
  await expect(groups.first()).toContainText(/weights are shared/i)
  await expect(groups.first()).toContainText('12 wait')
  await expect(page.locator('body')).not.toContainText('Student')
  await expectAccessible(page)

  await groups.nth(0).getByRole('link').focus()
  await page.keyboard.press('ArrowDown')
  await expect(groups.nth(1).getByRole('link')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const answers = page.getByRole('region', { name: 'Answers' }).getByRole('listitem')
  await expect(answers).toHaveCount(12)
  const idOf = async (k: number) => (await answers.nth(k).getAttribute('data-member')) ?? ''

  // one belongs elsewhere, one is looked at by itself
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const taken = await idOf(1)
  await page.keyboard.press('o')
  await expect(answers).toHaveCount(11)
  const except = await idOf(3)
  await answers.nth(3).getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('1')
  await page.keyboard.press('2')
  const effect = page.getByRole('status').filter({ hasText: '10 answers get 1.5 of 2 points' })
  await expect(effect).toContainText('10 wait now.')
  await expectAccessible(page)

  // somebody else is faster with one of them
  const faster = await idOf(5)
  await decideAs('Uma', field, faster, 0.25)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('9 answers were decided: 1.5 points.')).toBeVisible()
  await expect(page.getByText('Somebody decided these meanwhile; they stay as they are:')).toBeVisible()
  await expect(page.getByText('1 waits')).toBeVisible()

  const stored = await decisionsOn(field)
  const together = stored.filter(({ cause }) => cause === 'group')
  expect(together).toHaveLength(9)
  expect(together.every(({ points, rubric }) => points === 1.5 && rubric.join() === 'file-0,file-1')).toBe(true)
  expect(stored.find(({ submissionId }) => submissionId === faster)?.points).toBe(0.25)
  for (const left of [taken, except]) expect(stored.map(({ submissionId }) => submissionId)).not.toContain(left)

  // what was taken out comes back
  await page.getByRole('link', { name: 'All groups' }).click()
  await expect(groups).toHaveCount(4)
  await page.getByRole('button', { name: 'Take the last change back' }).click()
  await expect(groups).toHaveCount(3)
  await expect(groups.first()).toContainText('2 wait · 10 reviewed')
})
