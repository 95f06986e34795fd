import { answersToReview, decideAs, storedReviews } from './reviewing/forty-answers.ts'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'

const answers = 40

/** What is decided of the n-th answer, and by which keys: `a` is the reviewer's own key for the first item. */
const plan = [
  { keys: ['a'], points: 1, rubric: ['file-0'] },
  { keys: ['a', '2'], points: 1.5, rubric: ['file-0', 'file-1'] },
  { keys: ['f'], points: 2, rubric: [] },
  { keys: ['z'], points: 0, rubric: [] },
  { keys: ['a', '2', '2', '3'], points: 1.5, rubric: ['file-0', 'file-2'] },
]

const code = (page: Page) => page.getByRole('article').getByRole('heading', { level: 2 })

/** Leaves the present answer with a key and waits until another one is there. */
async function goOn(page: Page, key: string): Promise<void> {
  const before = (await code(page).textContent()) ?? ''
  await page.keyboard.press(key)
  await expect(code(page).or(page.getByText('Nothing more waits here'))).not.toHaveText(before)
}

/** In the place of the usual key, after one that another command has was refused. */
async function giveOwnKey(page: Page): Promise<void> {
  await page.keyboard.press('?')
  const palette = page.getByRole('dialog')
  await expect(palette.getByRole('option', { name: /Save and go on/ })).toBeVisible()
  await palette.getByRole('button', { name: 'Change keys' }).focus()
  await page.keyboard.press('Enter')
  await palette.getByRole('button', { name: 'Change the key of: Rubric item 1', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('c')
  await expect(palette.getByRole('alert')).toContainText('C is the key of “Write a comment”')
  await page.keyboard.press('a')
  await expect(palette.getByRole('listitem').filter({ hasText: /^Rubric item 1A/ })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
}

// somebody else is faster once
test.use({ allow: [/409.*\/reviews/] })

test('a TA reviews forty answers with the keyboard alone', async ({ as }) => {
  test.setTimeout(300_000)
  const { exam, field } = await answersToReview(answers)
  const page = await as('tara')
  await page.goto(`/staff/exams/${exam.examId}/review`)
  await expect(page.getByRole('status').first()).toContainText('answers wait for a person')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Review Why of question 1' }).focus()
  await page.keyboard.press('Enter')
  await expect(code(page)).toBeVisible()
  await expect(page.getByText(`${answers} wait`)).toBeVisible()
  await expect(page.locator('body')).not.toContainText('Student')
  await expectAccessible(page)
  await giveOwnKey(page)

  const expected = new Map<string, { points: number; rubric: string[]; comment: string }>()
  const seen: string[] = []
  for (let n = 0; n < answers; n++) {
    const { keys, points, rubric } = plan[n % plan.length] ?? { keys: [], points: 0, rubric: [] }
    await expect(page).toHaveURL(/review\/[0-9a-f-]{36}\//)
    const submissionId = page.url().split('/').at(-2) ?? ''
    seen.push(submissionId)
    for (const key of keys) await page.keyboard.press(key)
    await expect(page.getByLabel('Points', { exact: true })).toHaveValue(String(points))
    const comment = n % 8 === 3 ? `1, 2 and c are letters here: ${n}` : ''
    if (comment) {
      await page.keyboard.press('c')
      await page.keyboard.type(comment)
    }
    // somebody who opened it directly is faster
    if (n === 20) await decideAs('Uma', field, submissionId, 0.25)
    else expected.set(submissionId, { points, rubric, comment })
    await goOn(page, comment ? 'Control+Enter' : 'Enter')
    if (n === 20) {
      await expect(page.getByText(/Uma decided this meanwhile: 0.25 points/)).toBeVisible()
      await page.getByRole('button', { name: 'Keep theirs' }).focus()
      await page.keyboard.press('Enter')
    }
    if (n === 10) {
      // what is decided is found again, and nothing is sent twice
      await goOn(page, 'ArrowLeft')
      await expect(page.getByLabel('Points', { exact: true })).toHaveValue(String(points))
      await goOn(page, 'j')
    }
  }
  await expect(page.getByRole('heading', { name: 'Nothing more waits here' })).toBeVisible()
  await expect(page.getByText('All saved')).toBeVisible()

  const stored = await storedReviews(field)
  expect(new Set(seen).size).toBe(answers)
  expect(stored).toHaveLength(answers)
  expect(new Set(stored.map(({ submissionId }) => submissionId)).size).toBe(answers)
  const own = stored.filter(({ points }) => points !== 0.25)
  // saves go out behind the screen: one may overtake another
  expect(
    new Map(own.map(({ submissionId, points, rubric, comment }) => [submissionId, { points, rubric, comment }])),
  ).toEqual(expected)
  expect(own.every(({ seconds, version }) => version === 1 && seconds > 0 && seconds < 60)).toBe(true)

  await page.keyboard.press('u')
  await expect(page.getByRole('row', { name: /Why/ })).toContainText(String(answers))
})
