import { describe, expect, it, vi } from 'vitest'
import { gathering } from './gathering.ts'

/** Other work on the machine is no failure. */
const patiently = { timeout: 20_000 }

/** As saves are: six statements at a time, each for up to twelve. */
const savingTogether = (run: (jobs: readonly string[]) => Promise<unknown[]>) =>
  gathering({ run, lockOf: (name: string) => name, lanes: 6, atMost: 12, mostWaiting: 600 })
const names = Array.from({ length: 40 }, (_, k) => `a${String((k * 7) % 40).padStart(2, '0')}`)

/** A database that answers when it is told to. */
function database(fails: (group: readonly string[]) => Error | null = () => null) {
  const groups: { ids: string[]; answer: () => void }[] = []
  const run = vi.fn(
    (group: readonly string[]) =>
      new Promise<unknown[]>((resolve, reject) => {
        const ids = [...group]
        const answer = () => {
          const error = fails(group)
          if (error) reject(error)
          else resolve(ids.map((id) => `saved ${id}`))
        }
        groups.push({ ids, answer })
      }),
  )
  const answerAll = async () => {
    for (let turn = 0; groups.length > 0 && turn < 1000; turn += 1) {
      groups.shift()!.answer()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { run, groups, answerAll }
}
const trouble = (code: string) => Object.assign(new Error(code), { code })

describe('what comes at the same time', () => {
  it('go at once while the database is free, and gather while it is not', async () => {
    const { run, groups, answerAll } = database()
    const together = savingTogether(run)
    const all = names.map((name) => together(name))
    expect(groups.map(({ ids }) => ids.length)).toEqual([1, 1, 1, 1, 1, 1])
    await answerAll()
    expect(await Promise.all(all)).toEqual(names.map((name) => `saved ${name}`))
    expect(run).toHaveBeenCalledTimes(6 + Math.ceil(34 / 12))
  })

  it('are taken in the order of their attempts, so that no two groups wait for each other in a circle', async () => {
    const { groups, run, answerAll } = database()
    const together = savingTogether(run)
    const all = names.map((name) => together(name))
    for (const { answer } of groups.splice(0, 6)) answer()
    await vi.waitFor(() => expect(groups.length).toBeGreaterThan(0), patiently)
    for (const { ids } of groups) expect(ids).toEqual(ids.toSorted())
    await answerAll()
    await Promise.all(all)
  })

  it('fail alone: the others of the group are saved', async () => {
    const { run, answerAll } = database((group) => (group.some((name) => name === 'a13') ? trouble('23514') : null))
    const together = savingTogether(run)
    const all = Promise.allSettled(names.map((name) => together(name)))
    await answerAll()
    const ends = await all
    expect(names.filter((_, place) => ends[place]!.status === 'rejected')).toEqual(['a13'])
  })

  it.each(['08006', '57P01', 'ECONNREFUSED'])(
    'are not tried again one by one where the database is gone (%s)',
    async (code) => {
      const { run, answerAll } = database(() => trouble(code))
      const together = savingTogether(run)
      const all = Promise.allSettled(names.map((name) => together(name)))
      await answerAll()
      expect((await all).every(({ status }) => status === 'rejected')).toBe(true)
      expect(run).toHaveBeenCalledTimes(6 + Math.ceil(34 / 12))
    },
  )

  it('are asked to come back where too many wait already', async () => {
    const { run, answerAll } = database()
    const together = savingTogether(run)
    const all = Array.from({ length: 606 }, (_, k) => together(String(k)))
    expect(() => together('one too many')).toThrow(expect.objectContaining({ status: 503 }))
    await answerAll()
    expect(new Set(await Promise.all(all)).size).toBe(606)
  })
})
