import pg from 'pg'
import { withStack } from '../bench-stack.ts'
import { Session } from '../session.ts'
import { median, quantile } from '../statistics.ts'
import { ms, printFigures } from '../table.ts'
import { fillBank } from './fill-bank.ts'

const questions = 5_000
const rounds = 20

const searches: [what: string, asked: Record<string, string>][] = [
  ['everything', {}],
  ['a word', { q: 'kernel' }],
  ['three beginnings of words', { q: 'grad win clip' }],
  ['a topic and a tag', { topic: 'attention', tag: 'week 3' }],
  ['not used for a year, hardest first', { used: 'not-since:2025-11-01', sort: 'facility' }],
  ['a page far back', { page: '90' }],
]

interface Answer {
  total: number
  stale: boolean
}

/** What somebody waits for who looks for a question among thousands. */
export async function bank(root: string): Promise<void> {
  await withStack(root, async (address, databaseUrl) => {
    const client = new pg.Client(databaseUrl)
    await client.connect()
    await fillBank(client, questions).finally(() => client.end())
    const session = new Session(address)
    await session.signIn('ines@example.edu', 'referee-demo')
    const ask = async (asked: Record<string, string>) => {
      const began = performance.now()
      const answer = (await session.get(`/api/staff/v1/bank?${new URLSearchParams(asked)}`)) as Answer
      return { milliseconds: performance.now() - began, ...answer }
    }
    const began = performance.now()
    while ((await ask({})).stale) await new Promise((resolve) => setTimeout(resolve, 250))
    const read = performance.now() - began
    const figures = []
    for (const [what, asked] of searches) {
      const times: number[] = []
      let total = 0
      for (let round = 0; round < rounds; round += 1) {
        const answer = await ask(asked)
        times.push(answer.milliseconds)
        total = answer.total
      }
      const value = `${ms(median(times))} / ${ms(quantile(times, 0.95))}`
      figures.push({ what: `${what} (${total})`, value, aim: 'p95 < 300 ms' })
    }
    printFigures(`Search among ${questions} questions, p50 / p95 of ${rounds}`, [
      { what: 'all of them read anew, once', value: `${(read / 1000).toFixed(1)} s` },
      ...figures,
    ])
  })
}
