import { expect, expectAccessible, test } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { changeRow } from './sitting/drawn.ts'

test.use({ actionTimeout: 15_000 })
test.describe.configure({ mode: 'serial' })

const key = (field: string) => `[data-answer="${field}"]`
const box = (field: string) => `[id="answer-${field}"]`

test('a student fills a grid with arrow keys and by pasting what numpy prints', async ({ as }) => {
  const page = await as('chen')
  await beginExam(page)
  const cells = page.locator(`${key('04-max-pool-backwards.m')} [data-cell]`)
  await cells.first().focus()
  await page.keyboard.type('1')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('2')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('4')
  // within a cell an arrow moves the caret first
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('3')
  await expect(cells).toHaveCount(4)
  for (const [k, digit] of ['1', '2', '3', '4'].entries()) await expect(cells.nth(k)).toHaveValue(digit)

  await cells.first().evaluate((cell) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'array([[ 5. , -6.5],\n       [ 0.25,  8. ]], dtype=float32)')
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(cells.nth(1)).toHaveValue('-6.5')
  await expect(cells.nth(2)).toHaveValue('0.25')
})

test('what cannot be read says so at once, and stays as it was typed', async ({ as }) => {
  const page = await as('chen')
  await beginExam(page)
  const number = page.locator(box('01-short-answers.thinned'))
  await number.fill('3 4')
  await expect(page.locator(key('01-short-answers.thinned')).getByRole('status').first()).not.toBeEmpty()
  await number.fill('1,234')
  await expect(page.locator(key('01-short-answers.thinned')).getByText('Which one do you mean?')).toBeVisible()
  const shape = page.locator(box('01-short-answers.out_shape'))
  await shape.fill('(32,,14)')
  await expect(page.locator(key('01-short-answers.out_shape')).getByRole('status').first()).not.toBeEmpty()
  const formula = page.locator(box('02-formulas.candidate'))
  await formula.fill('sigma(W (o .* s) + U x + b')
  await expect(page.locator(key('02-formulas.candidate')).getByRole('status').first()).not.toBeEmpty()
  await formula.fill('sigma(W (o .* s) + U x + b)')
  await expect(page.locator(key('02-formulas.candidate')).getByText('We read')).toBeVisible()
  await number.focus()
  await expect(page.getByText(/^Saved /)).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  await expect(page.locator(box('01-short-answers.thinned'))).toHaveValue('1,234')
  await expect(page.locator(box('01-short-answers.out_shape'))).toHaveValue('(32,,14)')
  await expect(page.locator(box('02-formulas.candidate'))).toHaveValue('sigma(W (o .* s) + U x + b)')
})

test('a proof is put in order with the keyboard alone', async ({ as }) => {
  const page = await as('chen')
  await beginExam(page)
  const field = page
    .locator('[data-answer^="09-bias-variance."]')
    .filter({ has: page.getByRole('list', { name: 'Your order' }) })
  const add = field.getByRole('button', { name: 'Add' })
  await add.first().focus()
  await page.keyboard.press('Enter')
  await add.first().focus()
  await page.keyboard.press('Enter')
  const order = field.locator('ol li')
  await expect(order).toHaveCount(2)
  const second = await order.nth(1).getAttribute('data-line')
  await order.nth(1).getByRole('button').first().focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(order.first()).toHaveAttribute('data-line', second ?? '')
})

test('a question is flagged, the clock is hidden, and both are so after a reload', async ({ as }) => {
  const page = await as('chen')
  await beginExam(page)
  await page.getByRole('button', { name: 'Flag question 3' }).click()
  await page.getByRole('button', { name: 'Hide clock' }).click()
  await expect(page.getByText(/^Saved /)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Show clock' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Flag question 3' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Submit…' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('is empty, incomplete or cannot be read')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Go on working' }).click()
})

test('at the deadline the page locks, what was saved is handed in and graded, and the unreadable is called so', async ({
  as,
}) => {
  const page = await as('chen')
  const attemptId = await beginExam(page)
  const number = page.locator(box('01-short-answers.thinned'))
  await number.fill('3 4')
  await expect(page.getByText(/^Saved /)).toBeVisible()
  // two hours pass: the attempt began earlier than it did
  await changeRow(
    `update attempt set started_at = clock_timestamp() - interval '2 hours' + interval '4 seconds' where id = $1`,
    [attemptId],
  )
  await number.fill('3 45')
  await expect(page.getByText(/Time is up|The exam is closed/).first()).toBeVisible({ timeout: 30_000 })
  await expect(number).toBeDisabled()
  await expect(async () => {
    const result = await (await page.request.get(`/api/exam/v1/attempts/${attemptId}/result`)).json()
    expect(result.state).toBe('ready')
    const field = result.questions[0].fields.find((one: { name: string }) => one.name === 'thinned')
    expect(field.grading.verdict).toBe('unreadable')
    expect(field.answer.text).toMatch(/^3 45?$/)
  }).toPass({ timeout: 120_000 })
})
