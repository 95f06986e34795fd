import { expect, test } from './setup/test.ts'

const PAGES = ['/', '/sign-in', '/nowhere-at-all', '/attempts/3c1f7f4e-6d0a-4b57-9a4e-0a8f5d1b2c77']

test.describe('every page', () => {
  test.use({ allow: [/40[14]/] })

  for (const path of PAGES) {
    test(`${path} runs only the scripts that it was sent with`, async ({ page }) => {
      const answers: string[] = []
      for (const visit of [1, 2]) {
        const answer = await page.goto(path)
        const policy = answer?.headers()['content-security-policy'] ?? ''
        const nonce = policy.match(/script-src 'nonce-([^']+)' 'strict-dynamic'/)?.[1]
        expect(nonce, `visit ${visit}`).toBeTruthy()
        const html = (await answer?.text()) ?? ''
        const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
        expect(scripts.length).toBeGreaterThan(0)
        expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
        answers.push(nonce!)
      }
      expect(answers[0]).not.toBe(answers[1])
    })
  }

  test('refuses a script that somebody planted', async ({ page, faults }) => {
    await page.goto('/sign-in')
    await page.evaluate(() => {
      const planted = document.createElement('div')
      planted.innerHTML = '<img src="data:," onerror="window.planted = true">'
      document.body.append(planted)
    })
    await expect.poll(() => faults.some((fault) => fault.includes('Content Security Policy'))).toBe(true)
    expect(await page.evaluate(() => 'planted' in window)).toBe(false)
    faults.length = 0
  })
})

test('pages, files and answers carry the same protective headers', async ({ request, page }) => {
  await page.goto('/sign-in')
  const script = await page.locator('script[src]').first().getAttribute('src')
  for (const path of ['/sign-in', '/api/health', script!]) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    })
    expect(headers['x-powered-by'], path).toBeUndefined()
    expect(headers['permissions-policy'], path).toContain('camera=()')
  }
  expect((await request.get(`${script}.map`)).status()).toBe(404)
})

test('the session cookie is out of reach of scripts and of other sites', async ({ as }) => {
  const page = await as('ada')
  const cookies = await page.context().cookies()
  const session = cookies.find(({ name }) => name.includes('session-token'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})
