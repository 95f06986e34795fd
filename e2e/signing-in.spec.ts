import { expect, expectAccessible, PASSWORD, type Page, test } from './setup/test.ts'

async function fillIn(page: Page, email: string, password: string) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a student signs in, sees the exams, and signs out', async ({ page }) => {
  await page.goto('/exams')
  await expect(page).toHaveURL(/\/sign-in/)
  await expectAccessible(page)
  await fillIn(page, 'ada@example.edu', PASSWORD)
  await expect(page).toHaveURL(/\/exams$/)
  await expect(page.getByText('Twelve questions').first()).toBeVisible()
  await expectAccessible(page)

  await page
    .getByRole('link', { name: 'Sign out' })
    .or(page.getByRole('button', { name: 'Sign out' }))
    .first()
    .click()
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-out'))
  await page.goto('/exams')
  await expect(page).toHaveURL(/\/sign-in/)
})

test.describe('a wrong password', () => {
  test.use({ allow: [/401/] })

  test('is answered without saying whether the account exists', async ({ page }) => {
    const sentence = 'E-mail and password do not match an account here.'
    for (const email of ['ada@example.edu', 'nobody@example.edu']) {
      await page.goto('/sign-in')
      await fillIn(page, email, 'not-the-password')
      await expect(page.getByText(sentence)).toBeVisible()
    }
    await page.goto('/exams')
    await expect(page).toHaveURL(/\/sign-in/)
  })
})

test('after signing in one goes where one was going, and never to another site', async ({ page }) => {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent('https://elsewhere.example/')}`)
  await fillIn(page, 'ben@example.edu', PASSWORD)
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  expect(new URL(page.url()).origin).toBe(process.env.REFEREE_ADDRESS)
})

test('two people in two browsers stay two people', async ({ as }) => {
  const [ada, ben] = [await as('ada'), await as('ben')]
  await ada.goto('/exams')
  await ben.goto('/exams')
  await expect(ada.getByText('Ada').first()).toBeVisible()
  await expect(ben.getByText('Ben').first()).toBeVisible()
})
