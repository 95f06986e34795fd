import { expect, type Locator, type Page } from '@playwright/test'
import type { LayerRow, RawAnswer } from '../../grader/answers/raw-answer.ts'

/** Gives one answer as a student would: by the keyboard, cell after cell, option after option. */
export async function typeAnswer(page: Page, key: string, answer: RawAnswer): Promise<void> {
  const field = page.locator(`[data-answer="${key}"]`)
  const first = page.locator(`[id="answer-${key}"]`)
  switch (answer.kind) {
    case 'number':
    case 'shape':
      return first.pressSequentially(answer.text)
    case 'tensor':
      return typeTensor(page, field, first, answer)
    case 'formula':
      return answer.notation === 'text' ? first.pressSequentially(answer.source) : typeLatex(field, answer.source)
    case 'choice':
      // an option's letter stands before its text
      for (const id of answer.chosen) await field.locator('label', { has: page.getByText(id, { exact: true }) }).click()
      return
    case 'order':
      for (const id of answer.lines) {
        await field.locator(`ul [data-line="${id}"]`).getByRole('button', { name: 'Add' }).click()
      }
      return
    case 'text':
      return first.fill(answer.markdown)
    case 'layers':
      return buildLayers(field, answer.rows)
  }
}

async function typeTensor(
  page: Page,
  field: Locator,
  first: Locator,
  answer: Extract<RawAnswer, { kind: 'tensor' }>,
): Promise<void> {
  await resize(field, answer.shape)
  await first.focus()
  for (const [k, cell] of answer.cells.entries()) {
    if (k > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(cell)
  }
}

/** Where the student chooses the grid's size: presses the plus and minus of each axis until it fits. */
async function resize(field: Locator, shape: readonly number[]): Promise<void> {
  const sizes = field.locator('output')
  for (let axis = 0; axis < (await sizes.count()); axis++) {
    const size = sizes.nth(axis)
    const wanted = shape[axis] ?? 1
    for (let now = Number(await size.textContent()); now !== wanted; now += Math.sign(wanted - now)) {
      const name = wanted > now ? /one more$/ : /one fewer$/
      await field.getByRole('button', { name }).nth(axis).click()
    }
    await expect(size).toHaveText(String(wanted))
  }
}

async function typeLatex(field: Locator, source: string): Promise<void> {
  await field.getByRole('button', { name: 'Use the math editor' }).click()
  const editor = field.locator('math-field')
  await editor.focus()
  // as a paste: the editor's own command, so that it settles the source as it does for a person
  await editor.evaluate((element, latex) => {
    const mathfield = element as HTMLElement & { executeCommand(command: [string, string]): boolean }
    mathfield.executeCommand(['insert', latex])
    mathfield.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  }, source)
}

async function buildLayers(field: Locator, rows: readonly LayerRow[]): Promise<void> {
  for (const [k, row] of rows.entries()) {
    await field.getByRole('button', { name: 'Add a layer' }).click()
    const line = field.locator(`[data-row="${k}"]`)
    await line.locator('select').first().selectOption(row.layer)
    for (const cell of ['units', 'kernel', 'stride', 'padding'] as const) {
      const input = line.locator(`input[id$="-${cell}"]`)
      if (await input.count()) await input.fill(row[cell])
    }
    const activation = line.locator('select[id$="-activation"]')
    if (await activation.count()) await activation.selectOption(row.activation || 'none')
  }
}
