import { parseArgs } from 'node:util'
import { reason } from '../backends/unavailable.ts'
import { conformGolden, type GoldenReport } from './conform-golden.ts'
import { goldenTable, type TextReport, textLines } from './conformance-table.ts'
import { goldenFilesIn, readGoldenFile } from './golden-file.ts'
import { startableBackends } from './startable-backends.ts'

const usage = `npm run conformance -- [--golden DIR] [--formulas FILE] [--numbers FILE] [--shapes FILE] [--tensors FILE]
  --golden    reference vectors: runs every case of every file on float64 and on each backend that can start here
  --formulas  pairs of formulas, --numbers, --shapes, --tensors what people type: judged by the readers
  Each may be given more than once. Exits with 1 if anything disagrees, is unknown or can not be read.`

type Say = (line: string) => void

/** Runs what the arguments name; gives the exit code. */
export async function conformance(args: string[], say: Say = console.log): Promise<number> {
  let options: Record<string, string[] | undefined>
  try {
    const option = { type: 'string', multiple: true } as const
    const known = { golden: option, formulas: option, numbers: option, shapes: option, tensors: option }
    options = parseArgs({ args, options: known }).values
  } catch (error) {
    say(`${reason(error)}\n${usage}`)
    return 2
  }
  if (Object.keys(options).length === 0) {
    say(usage)
    return 2
  }
  const results: boolean[] = []
  for (const folder of options.golden ?? []) results.push(await golden(folder, say))
  for (const kind of ['formulas', 'numbers', 'shapes', 'tensors'] as const) {
    for (const file of options[kind] ?? []) results.push(await typed(kind, file, say))
  }
  return results.every(Boolean) ? 0 : 1
}

async function golden(folder: string, say: Say): Promise<boolean> {
  const executors = await startableBackends(say)
  const reports: GoldenReport[] = []
  const unreadable: string[] = []
  try {
    for (const file of goldenFilesIn(folder)) {
      try {
        reports.push(await conformGolden(readGoldenFile(file), executors))
      } catch (error) {
        unreadable.push(`${file} can not be read: ${reason(error)}`)
      }
    }
  } catch (error) {
    unreadable.push(`${folder} can not be read: ${reason(error)}`)
  }
  if (reports.length === 0 && unreadable.length === 0) unreadable.push(`${folder} holds no golden file`)
  for (const line of goldenTable(
    reports,
    executors.map(({ name }) => name),
  ))
    say(line)
  for (const line of unreadable) say(line)
  return unreadable.length === 0 && reports.every(({ failing }) => failing.length === 0)
}

async function typed(kind: 'formulas' | 'numbers' | 'shapes' | 'tensors', file: string, say: Say): Promise<boolean> {
  try {
    const report = await judge(kind, file)
    for (const line of textLines(kind, file, report)) say(line)
    return report.wrong === 0 && report.falseAccepts === 0
  } catch (error) {
    say(`${file} can not be read: ${reason(error)}`)
    return false
  }
}

async function judge(kind: 'formulas' | 'numbers' | 'shapes' | 'tensors', file: string): Promise<TextReport> {
  if (kind !== 'formulas') return (await import('./conformance-readers.ts')).conformReaders(kind, file)
  return (await import('./conformance-formulas.ts')).conformFormulas(file)
}

if (import.meta.main) process.exitCode = await conformance(process.argv.slice(2))
