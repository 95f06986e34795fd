import { expect, expectAccessible, test } from './setup/test.ts'

test('a teaching assistant finds a question of which many answers are right, sees it and tries to answer it', async ({
  as,
}) => {
  const page = await as('tara')
  await page.goto('/staff/questions')
  await page.getByRole('link', { name: 'Masks and weights that fit' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Masks and weights that fit' })).toBeVisible()

  const mask = page.locator('[data-answer="attention-mask.M"]')
  const cells = mask.getByRole('textbox')
  await expect(cells).toHaveCount(25)
  await cells.first().fill('1')
  await cells.nth(1).fill('one')
  await expect(mask).toContainText('one')
  await cells.nth(1).fill('0')
  await expect(page.locator('[data-answer="attention-mask.A"]').getByRole('textbox')).toHaveCount(16)

  // one right answer and what must hold are among the worked solutions, which staff see at once
  await expect(page.getByText('Every position sees itself.')).toBeVisible()
  await expect(page.getByText('The weights of every position add up to 1.')).toBeVisible()
  await expectAccessible(page)
})
