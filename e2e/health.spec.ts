import { expect, test } from './setup/test.ts'

test('health names the database, the grader and what it grades on', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  const health = await answer.json()
  expect(health).toMatchObject({ ok: true, database: true })
  expect(['webgpu', 'wasm', 'cpu']).toContain(health.grader.backend)
  expect(Date.now() - Date.parse(health.grader.lastSeen)).toBeLessThan(60_000)
})

test('the icon is where browsers look for it before they have read a page', async ({ request }) => {
  const icon = await request.get('/favicon.ico')
  expect(icon.status()).toBe(200)
  expect(icon.headers()['content-type']).toMatch(/^image\//)
})
