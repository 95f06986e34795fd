import { expect, test } from './setup/test.ts'

test.use({ allow: [/127\.0\.0\.1|fonts\.googleapis\.com/] }) // what the university's own pages say on the console is theirs

test('somebody of the university signs in there and comes back as themselves', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with University' }).click()

  await page.waitForURL(/127\.0\.0\.1/)
  await page.getByPlaceholder('Enter any login').fill('grace')
  await page.getByPlaceholder('and password').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()

  await page.waitForURL((url) => url.origin === process.env.REFEREE_ADDRESS)
  await expect(page.getByText('Person grace').first()).toBeVisible()
})

test('whoever changes their mind at the university is told so here', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with University' }).click()
  await page.waitForURL(/127\.0\.0\.1/)
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.waitForURL(/\/sign-in/)
  await expect(page.getByRole('alert').first()).toBeVisible()
})
