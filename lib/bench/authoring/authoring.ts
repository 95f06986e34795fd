import { withStack } from '../bench-stack.ts'
import { median, quantile } from '../statistics.ts'
import { ms, printFigures } from '../table.ts'
import { Author } from './author.ts'
import { besideAuthors } from './beside-authors.ts'
import { keystrokes } from './keystrokes.ts'

const together = 4

const spread = (times: readonly number[]) => ({ p50: ms(median(times)), p95: ms(quantile(times, 0.95)) })

/** What an author waits for: every file of the bank, a step of it typed anew letter by letter, and previews of the result. */
export async function authoring(root: string): Promise<void> {
  await withStack(root, async (address, databaseUrl) => {
    const author = await Author.signIn(address, 'ines')
    const files = keystrokes(root)
    // the processes start with the first request, as they do when an editor is opened
    const first = await author.check(files[0]?.texts.at(-1) ?? '')
    const firstPreview = await author.gradedPreview(files[0]?.texts.at(-1) ?? '', 'first')

    const checks: number[] = []
    for (const { texts } of files) for (const text of texts) checks.push(await author.check(text))
    const previews: number[] = []
    const audits: number[] = []
    for (const { texts } of files) {
      const source = texts.at(-1) ?? ''
      for (let k = 0; k < 4; k++) previews.push(await author.gradedPreview(source, `bench-${k}`))
      audits.push(await author.audit(source))
    }
    const many = await Promise.all(Array.from({ length: together }, () => Author.signIn(address, 'ines')))
    const crowded = await Promise.all(
      many.map(async (one, k) => {
        const times: number[] = []
        for (const { texts } of files.slice(k)) for (const text of texts.slice(-6)) times.push(await one.check(text))
        return times
      }),
    )
    printFigures(`Authoring (${files.length} files of the bank, ${checks.length} keystrokes)`, [
      { what: 'first diagnostics (a process starts)', value: ms(first) },
      { what: 'first graded preview (a process starts)', value: ms(firstPreview) },
      { what: 'keystroke → diagnostics, p50', value: spread(checks).p50 },
      { what: 'keystroke → diagnostics, p95', value: spread(checks).p95, aim: '< 100 ms' },
      { what: `  of ${together} editors at once, p95`, value: spread(crowded.flat()).p95 },
      { what: 'changed text → graded preview, p50', value: spread(previews).p50 },
      { what: 'changed text → graded preview, p95', value: spread(previews).p95, aim: '< 1000 ms' },
      { what: 'changed text → audit of a small pool, p50', value: spread(audits).p50 },
      { what: 'changed text → audit of a small pool, p95', value: spread(audits).p95 },
    ])
    await besideAuthors(address, databaseUrl)
  })
}
