import { expect, type Page } from '@playwright/test'

/** The demo people, by first name; dora, emil, fern and gita are enrolled by the tests that need one more student. */
export type Person =
  | 'ada'
  | 'ben'
  | 'chen'
  | 'dora'
  | 'emil'
  | 'fern'
  | 'gita'
  | 'hana'
  | 'kiri'
  | 'lena'
  | 'luca'
  | 'maja'
  | 'mallory'
  | 'noor'
  | 'otto'
  | 'pia'
  | 'quin'
  | 'rosa'
  | 'sven'
  | 'trudy'
  | 'uma'
  | 'vera'
  | 'wim'
  | 'xena'
  | 'yara'
  | 'iris'
  | 'jana'
  | 'nils'
  | 'zora'
  | 'nina'
  | 'omar'
  | 'ivar'
  | 'ruth'
  | 'ansel'
  | 'bela'
  | 'petra'
  | 'paul'
  | 'tara'
  | 'ines'
  | 'adam'

export const PASSWORD = 'referee-demo'

/** Signs a page's browser context in, by the requests that the sign-in form makes. */
export async function signIn(page: Page, person: Person): Promise<void> {
  const csrf = await page.request.get('/api/auth/csrf')
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const answer = await page.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email: `${person}@example.edu`, password: PASSWORD, callbackUrl: '/', json: 'true' },
  })
  expect(answer.ok(), `${person} may sign in`).toBe(true)
}
