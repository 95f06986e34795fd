import { emptyCourse } from './building/own-course.ts'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { apply, logistic, matrix, minus, plus, rounded, times, vector } from './sheets/arithmetic.ts'
import { convolution } from './sheets/questions/convolution.ts'
import type { Answers, Params } from './sheets/sheet.ts'
import { list } from './sheets/write.ts'
import { handIn, typeSheet } from './sitting/begin.ts'

/** As it is thought at first: a word misspelt, a shape that does not fit, and too few decimals for such small numbers. */
const thought = `---
title: One step of a gated unit
decimals: 1
parameters:
x: decimals([2], -0.5, 0.5, 1)
s: decimals([3], -0.5, 0.5, 1)
W_i: decimals([2, 2], -2, 2, 1)
U_i: decimals([2, 2], -2, 2, 1)
W: decimals([2, 2], -2, 2, 1)
U: decimals([2, 2], -2, 2, 1)
<reference:
i: sigmiod(W_i s + U_i x)
c: tanh(W s + U x)
s_next: (1 - i) .* s + i .* c
<answers:
i: { points: 1 }
c: { points: 1 }
s_next: { points: 2 }
<mistakes:
swapped:
steps: { s_next: i .* s + (1 - i) .* c }
says: You swapped $i$ and $1 - i$.
earns: 0.5
<<---
With $x = {{x}}$, $s = {{s}}$, $W_i = {{W_i}}$, $U_i = {{U_i}}$, $W = {{W}}$ and $U = {{U}}$:

the gate is :answer[i], the candidate :answer[c] and the new state :answer[s_next].`

/** The gated unit on paper, each step rounded before the next. */
function gatedUnit(params: Params): Answers {
  const [x, s] = [vector(params, 'x'), vector(params, 's')]
  const sums = (end: string) => plus(apply(matrix(params, `W${end}`), s), apply(matrix(params, `U${end}`), x))
  const [i, c] = [rounded(sums('_i').map(logistic)), rounded(sums('').map(Math.tanh))]
  const next = plus(minus(s, times(i, s)), times(i, c))
  return { i: list(i), c: list(c), s_next: list(rounded(next)) }
}

/** Types as a person does, who is indented by the editor; `<` stands for going back a step. */
async function typeLines(page: Page, text: string) {
  for (const [k, line] of text.split('\n').entries()) {
    if (k > 0) await page.keyboard.press('Enter')
    for (let back = 0; line[back] === '<'; back += 1) await page.keyboard.press('Backspace')
    await page.keyboard.type(line.replace(/^<+/, ''))
  }
}

const problems = (page: Page) => page.getByRole('region', { name: 'Problems in the text' })

/** Finds a text with the keyboard and types another in its place. */
async function change(page: Page, from: string, to: string) {
  await page.keyboard.press('Control+f')
  await page.keyboard.type(from)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.type(to)
}

// what is not fair is refused, and a check that a newer one replaces is not answered
test.use({ allow: [/status of 409/] })

test('a question is written from a blank page with the keyboard, mended until it is fair, published, put into a quiz, and sat', async ({
  as,
}) => {
  test.setTimeout(240_000)
  await emptyCourse({ student: 'paul', instructor: 'petra' }, 'Writing')
  const page = await as('petra')
  await page.goto('/staff/questions/new')
  await page.getByLabel('What it is called').focus()
  await page.keyboard.type('Gated unit')
  await expect(page.getByLabel('Name of its file')).toHaveValue('gated-unit')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/staff\/questions\/gated-unit\/edit$/)

  await test.step('she writes it and meets two errors', async () => {
    await page.getByRole('textbox', { name: 'Text of the question' }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await typeLines(page, thought)
    await expect(problems(page)).toContainText('Line 12')
    await expect(problems(page)).toContainText('sigmiod')
    await page.keyboard.press('F8')
    await page.keyboard.type('sigmoid')
    await expect(problems(page)).not.toContainText('sigmiod')
    await expect(problems(page)).toContainText(/W_i is 2×2 but s has 3 entries/)
    await change(page, '[3]', '[2]')
    await expect(problems(page)).toContainText('No problems')
  })

  await test.step('it is not fair, and she learns what helps', async () => {
    await page.keyboard.press('F6')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    const pane = page.getByRole('tabpanel', { name: 'Audit' })
    await expect(pane).toContainText('Not fair yet', { timeout: 30_000 })
    await expect(pane).toContainText('Ask for one more decimal, or draw from a wider range')
    await page.getByRole('button', { name: 'Publish…' }).press('Enter')
    await page.getByRole('button', { name: 'Audit and publish' }).press('Enter')
    await expect(page.getByText('The audit found something that is not sound')).toBeVisible({ timeout: 60_000 })
    await page.getByRole('textbox', { name: 'Text of the question' }).focus()
    await change(page, 'decimals: 1', 'decimals: 3')
    await expect(pane).toContainText('Fair, as far as a small pool shows', { timeout: 30_000 })
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Audit all of it' }).press('Enter')
    await expect(page.getByRole('region', { name: 'The whole audit', exact: true })).toContainText('✓ Fair', {
      timeout: 60_000,
    })
  })

  await test.step('the preview is graded by the real grader', async () => {
    await page.getByRole('tab', { name: 'Preview' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Fill in').selectOption('The mistake swapped')
    const graded = page.getByRole('region', { name: 'What the grader says' })
    await expect(graded).toContainText('A known mistake')
    await expect(graded).toContainText('You swapped')
    await expect(graded).toContainText('3 of 4 points')
    await page.getByLabel('Fill in').selectOption('The right answers')
    await expect(graded).toContainText('4 of 4 points')
  })

  await test.step('it is published', async () => {
    await page.getByLabel('What is new in it').focus()
    await page.keyboard.type('First version')
    await page.getByRole('button', { name: 'Audit and publish' }).press('Enter')
    await expect(page.getByText('It is published.')).toBeVisible({ timeout: 30_000 })
    await page.goto('/staff/questions/gated-unit')
    await expect(page.getByRole('heading', { level: 1, name: 'One step of a gated unit' })).toBeVisible()
  })

  await test.step('with another of the bank it becomes a quiz', async () => {
    await page.goto('/staff')
    await page.getByRole('link', { name: 'New exam' }).click()
    await page.getByLabel('Title').fill('Gates and kernels')
    await page.getByRole('radio', { name: /^Quiz/ }).check()
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.waitForURL(/\/edit$/)
    for (const [words, title] of [
      ['gated unit', /^Add .*gated unit/i],
      ['convolution', /^Add .*convolution by hand/i],
    ] as const) {
      await page.getByRole('searchbox').fill(words)
      await page.getByRole('button', { name: title }).click()
    }
    await expect(page.getByRole('status').first()).toHaveText('Everything is saved.', { timeout: 15_000 })
    await page.getByRole('link', { name: 'Check and publish' }).click()
    await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible()
    for (const tick of await page.getByRole('checkbox').all()) await tick.check()
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByText('This exam is published. Students see it.')).toBeVisible({ timeout: 45_000 })
  })

  await test.step('a student sits it and sees it graded', async () => {
    const student = await as('paul')
    await student.goto('/exams')
    await student.getByRole('link', { name: /^Read the rules and start/ }).click()
    await student.getByRole('button', { name: 'Start the exam' }).click()
    await student.waitForURL(/\/attempts\/[0-9a-f-]+$/)
    await expect(student.locator('#the-end')).toBeAttached()
    const attemptId = student.url().split('/').at(-1) ?? ''
    await typeSheet(student, attemptId, (slug, params) =>
      slug === 'gated-unit' ? gatedUnit(params) : convolution.right(params),
    )
    await handIn(student)
    const graded = student.getByRole('navigation', { name: 'Questions' })
    await expect(graded.getByRole('link', { name: 'One step of a gated unit' })).toContainText('4 / 4')
    await expect(graded.getByRole('link', { name: 'Convolution by hand' })).toContainText('5 / 5')
  })
})

test('a picture is sent from the editor and stands in the page of the student', async ({ as }) => {
  await emptyCourse({ student: 'paul', instructor: 'petra' }, 'Pictures')
  const page = await as('petra')
  await page.goto('/staff/questions/new')
  await page.getByLabel('What it is called').fill('Two curves')
  await page.getByRole('radio', { name: /^Text/ }).check()
  await page.getByRole('button', { name: 'Write it' }).click()
  await page.getByRole('button', { name: 'Add a picture' }).click()
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 200 } })
  await page.getByLabel('Picture (PNG').setInputFiles({ name: 'My losses.png', mimeType: 'image/png', buffer })
  await page.getByLabel('What it shows').fill('One loss falls, the other rises again.')
  await page.getByRole('button', { name: 'Upload and put it in' }).click()
  await expect(page.getByText('It is in the text as :figure[')).toBeVisible({ timeout: 30_000 })
  const shown = page.getByRole('img', { name: 'One loss falls, the other rises again.' })
  await expect(shown).toBeVisible({ timeout: 15_000 })
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320)
})
