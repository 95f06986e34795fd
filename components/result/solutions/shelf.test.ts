import { describe, expect, it } from 'vitest'
import { SolutionShelf } from './shelf.ts'

function shelfOf(answer: (address: string) => Response | Promise<Response>) {
  const asked: string[] = []
  const fetching = (async (address: string) => {
    asked.push(address)
    return answer(address)
  }) as typeof fetch
  return { shelf: new SolutionShelf('/solutions', fetching), asked }
}

const solution = () => Response.json({ solution: { y: ['by hand'] } })

describe('worked solutions', () => {
  it('are fetched when they are wanted, and once', async () => {
    const { shelf, asked } = shelfOf(solution)
    expect(shelf.of('a b').state).toBe('absent')
    const states: string[] = []
    shelf.subscribe(() => states.push(shelf.of('a b').state))
    await Promise.all([shelf.want('a b'), shelf.want('a b')])
    await shelf.want('a b')
    expect(asked).toEqual(['/solutions/a%20b'])
    expect(states).toEqual(['loading', 'ready'])
    expect(shelf.of('a b')).toMatchObject({ fields: { y: ['by hand'] } })
  })

  it('can be asked for again where they did not come', async () => {
    const answers = [() => new Response('', { status: 503 }), () => Promise.reject(new Error('offline')), solution]
    const { shelf } = shelfOf(() => (answers.shift() ?? solution)())
    for (const state of ['failed', 'failed', 'ready']) {
      await shelf.want('a')
      expect(shelf.of('a').state).toBe(state)
    }
  })

  it('all come before a page is printed, or it is said that one is missing', async () => {
    const { shelf, asked } = shelfOf((address) =>
      address.endsWith('/d') ? new Response('', { status: 500 }) : solution(),
    )
    await shelf.want('b')
    expect(await shelf.wantAll(['a', 'b', 'c'])).toBe(true)
    expect(asked).toHaveLength(3)
    expect(await shelf.wantAll(['a', 'd'])).toBe(false)
  })
})
