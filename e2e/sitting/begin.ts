import { expect, type Page } from '@playwright/test'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { choose } from '../sheets/choose.ts'
import type { Answers, Params } from '../sheets/sheet.ts'
import { shownOf } from '../sheets/shown.ts'
import { drawnParams } from './drawn.ts'
import { typeAnswer } from './type-answer.ts'

/** Opens the demo exam from the list; the first time reads the rules and starts. Returns the attempt's id. */
export async function beginExam(page: Page): Promise<string> {
  await page.goto('/exams')
  const goOn = page.getByRole('link', { name: /^Go on/ })
  const begin = page.getByRole('link', { name: /^Read the rules and start/ })
  await expect(goOn.or(begin)).toBeVisible()
  if (await goOn.isVisible()) await goOn.click()
  else {
    await begin.click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('twelve questions')
    await page.getByRole('button', { name: 'Start the exam' }).click()
  }
  await page.waitForURL(/\/attempts\/[0-9a-f-]+$/)
  // the page is set question by question; the end stands when all are there
  await expect(page.locator('#the-end')).toBeAttached()
  return page.url().split('/').at(-1) ?? ''
}

/** Types a whole sheet, worked out question by question from the numbers that were drawn. */
export async function typeSheet(
  page: Page,
  attemptId: string,
  workOut: (slug: string, params: Params) => Answers,
): Promise<void> {
  const paper = await (await page.request.get(`/api/exam/v1/attempts/${attemptId}/paper`)).json()
  const questions = new Map((paper.questions as PaperQuestion[]).map((question) => [question.slug, question]))
  for (const { slug, params } of await drawnParams(attemptId)) {
    for (const [name, answer] of Object.entries(workOut(slug, params))) {
      const field = questions.get(slug)?.fields.find((one) => one.name === name)
      if (!field) throw new Error(`${slug} has no field ${name}`)
      await typeAnswer(page, `${slug}.${name}`, choose(answer, shownOf(field)))
    }
  }
}

/** Hands in through the dialog and waits until the result is there. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit…' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
  await page.waitForURL(/\/result$/)
  await expect(page.getByText(/Graded in \d+ ms on TensorFlow\.js/)).toBeVisible({ timeout: 30_000 })
}
