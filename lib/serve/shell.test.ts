import { describe, expect, it, vi } from 'vitest'
import { fill, findShell, type Rendered } from './shell.ts'

let looks = 0
const page = (id: string, more: Partial<Rendered> = {}): Rendered => {
  looks += 1
  const nonce = `nonce${looks}`.padEnd(32, '0')
  return {
    status: 200,
    headers: [
      ['content-type', 'text/html'],
      ['content-security-policy', `script-src 'nonce-${nonce}'`],
      ['link', `</paper/${id}>`],
      ['date', String(looks)],
    ],
    body: `<script nonce="${nonce}">open("${id}")</script><i id="${id}"></i><script nonce="${nonce}"></script>`,
    ...more,
  }
}
const values = { id: 'ID', nonce: 'N' }

describe('the shell of a page', () => {
  it('is the page with another id and another nonce wherever they stand', async () => {
    const shell = await findShell(async (id) => page(id))
    expect(fill(shell!.body, values)).toBe(
      '<script nonce="N">open("ID")</script><i id="ID"></i><script nonce="N"></script>',
    )
    expect(shell!.headers.map(([name, value]) => [name, fill(value, values)])).toEqual([
      ['content-type', 'text/html'],
      ['content-security-policy', "script-src 'nonce-N'"],
      ['link', '</paper/ID>'],
    ])
  })

  it('is looked for with ids of nobody, two of them', async () => {
    const render = vi.fn(async (id: string) => page(id))
    await findShell(render)
    expect(new Set(render.mock.calls.map(([id]) => id)).size).toBe(2)
  })

  it.each<[string, (id: string) => Rendered]>([
    ['differs from look to look', (id) => page(id, { body: crypto.randomUUID() })],
    ['has no nonce', (id) => page(id, { headers: [['content-type', 'text/html']] })],
    ['sets a cookie', (id) => page(id, { headers: [...page(id).headers, ['set-cookie', 'a=b']] })],
    ['is an error', (id) => page(id, { status: 500 })],
  ])('is none where the page %s', async (_, render) => {
    expect(await findShell(async (id) => render(id))).toBeNull()
  })
})
