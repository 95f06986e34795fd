import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parseFormulaAnswer } from '../grader/language/parse-answer.ts'
import { type MathNode, printMathml } from '../grader/language/print-mathml.ts'
import { operations } from '../grader/operations/library.ts'
import { parseQuestion } from '../grader/question/parse-question.ts'
import { expect, test } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { enrolStudent } from './sitting/enrol-student.ts'

test.use({ actionTimeout: 15_000 })
test.describe.configure({ mode: 'serial' })
test.beforeAll(() => enrolStudent('fern', 'Fern Aalto'))

/** The letters of a formula as the page sets it, one after the other. */
function lettersOf(slug: string, name: string, text: string): string {
  const source = readFileSync(new URL(`../questions/bank/${slug}.md`, import.meta.url), 'utf8')
  const parsed = parseQuestion(source, slug, operations)
  const field = parsed.ok ? parsed.question.answers.find((one) => one.name === name) : undefined
  if (field?.kind !== 'formula') throw new Error(`${slug} has no formula ${name}`)
  const read = parseFormulaAnswer(text, 'text', field)
  if (!read.ok) throw new Error(read.problem.message)
  const letters = (node: MathNode): string => ('text' in node ? node.text : node.children.map(letters).join(''))
  return letters(printMathml(read.value)).replace(/\s/g, '')
}

/** Opens the math editor of an empty field and puts the caret in it. */
async function openEditor(page: Page, key: string) {
  const field = page.locator(`[data-answer="${key}"]`)
  const button = field.getByRole('button', { name: 'Use the math editor' })
  const editor = field.locator('math-field')
  await field.scrollIntoViewIfNeeded()
  await expect(button.or(editor).first()).toBeVisible({ timeout: 20_000 })
  if (await button.count()) await button.click()
  await editor.evaluate((element) => (element as HTMLElement & { setValue(value: string): void }).setValue(''))
  await editor.focus()
  await expect(editor).toBeFocused()
  return field
}

/** What people press, and the formula in text notation that must be read. */
const typed: [slug: string, name: string, keys: string, text: string][] = [
  ['01-short-answers', 'width', 'floor((W-F+2P)/S{ArrowRight})+1', 'floor((W - F + 2P)/S) + 1'],
  ['02-formulas', 'gelu', 'x Phi(x)', 'x Phi(x)'],
  ['02-formulas', 'gelu', 'ReLU(x)', 'relu(x)'],
  ['02-formulas', 'gelu', 'softplus(x)-|x|', 'softplus(x) - |x|'],
  ['02-formulas', 'gelu', '\\tanh(x)+e^-x', 'tanh(x) + e^(-x)'],
  ['02-formulas', 'gelu', '1/2{ArrowRight}x(1+erf(x/sqrt(2)', '1/2 x (1 + erf(x/sqrt(2)))'],
  ['02-formulas', 'gelu', 'x^2+3,5x', 'x^2 + 3.5 x'],
  ['02-formulas', 'candidate', 'sigma(W(o odot s)+Ux+b)', 'sigma(W (o .* s) + U x + b)'],
  [
    '02-formulas',
    'candidate',
    'sigmoid(W(o_t{ArrowRight}.*s_t-1{ArrowRight})+Ux_t{ArrowRight}+b)',
    'sigmoid(W (o .* s) + U x + b)',
  ],
  ['02-formulas', 'score', 'v^T{ArrowRight}softmax(W h_i{ArrowRight})', 'v^T softmax(W h_i)'],
  ['09-bias-variance', 'result', '(f-m)^2{ArrowRight}+v+sigma^2', '(f - m)^2 + v + sigma^2'],
  [
    '07-choosing-block',
    'block',
    'alpha_x{ArrowRight}odot x+alpha_1{ArrowRight}odot F_1{ArrowRight}(x)',
    'alpha_x .* x + alpha_1 .* F_1(x)',
  ],
]

test('names and functions of a question are typed in the math editor as plain keys', async ({ as }) => {
  const page = await as('fern')
  await beginExam(page)
  for (const [slug, name, keys, text] of typed) {
    const field = await openEditor(page, `${slug}.${name}`)
    for (const part of keys.split(/(\{ArrowRight\})/)) {
      if (part === '{ArrowRight}') await page.keyboard.press('ArrowRight')
      else await page.keyboard.type(part, { delay: 5 })
    }
    const echo = field.locator('math').last()
    await expect(async () => {
      const shown = ((await echo.textContent()) ?? '').replace(/\s/g, '')
      expect(shown, `${keys} in ${name}`).toBe(lettersOf(slug, name, text))
    }).toPass({ timeout: 10_000 })
  }
})

test('a formula pasted as text is read as one', async ({ as }) => {
  const page = await as('fern')
  await beginExam(page)
  const field = await openEditor(page, '02-formulas.candidate')
  await field.locator('math-field').evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'torch.sigmoid(W @ (o * 1) + U @ x + b)')
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    )
  })
  const echo = field.locator('math').last()
  await expect(async () => {
    const shown = ((await echo.textContent()) ?? '').replace(/\s/g, '')
    expect(shown).toBe(lettersOf('02-formulas', 'candidate', 'sigmoid(W * (o * 1) + U * x + b)'))
  }).toPass({ timeout: 10_000 })
})
