import type { RegradeDetail } from './regrade-detail.ts'
import type { RegradeReport } from './report.ts'

const listed = 10
const barLength = 30

const signed = (points: number) => `${points > 0 ? '+' : ''}${Number(points.toFixed(2))}`

function distribution({ distribution: { width, before, after } }: RegradeReport): string[] {
  const most = Math.max(1, ...before, ...after)
  const bar = (count: number, sign: string) => sign.repeat(Math.ceil((barLength * count) / most))
  return before.flatMap((count, k) => {
    const now = after[k] ?? 0
    const range = `${Number((k * width).toFixed(1))}–${Number(((k + 1) * width).toFixed(1))}`
    return [
      `  ${range.padStart(10)}  before ${String(count).padStart(5)} ${bar(count, '░')}`,
      `  ${''.padStart(10)}  after  ${String(now).padStart(5)} ${bar(now, '█')}`,
    ]
  })
}

function students(report: RegradeReport, people: Readonly<Record<string, string>>): string[] {
  const changed = report.students.filter(({ before, after }) => before !== after)
  const shown = changed.length <= 2 * listed ? changed : [...changed.slice(0, listed), ...changed.slice(-listed)]
  const lines = shown.map(({ attemptId, before, after }) => {
    return `  ${(people[attemptId] ?? attemptId).padEnd(28)} ${before} → ${after} (${signed(after - before)})`
  })
  if (shown.length < changed.length) lines.splice(listed, 0, `  … ${changed.length - shown.length} more …`)
  return lines
}

/** A regrade as lines for a terminal: questions, who gains and loses, the distribution, verdicts that change. */
export function reportLines({ questions, report, people }: RegradeDetail): string[] {
  const lines = questions.flatMap(({ slug, from, to, problem, notes }) => [
    problem ? `${slug}: not regraded: ${problem}` : `${slug}: ${from.slice(0, 8)} → ${to?.slice(0, 8)}`,
    ...notes.map((note) => `  ${note}`),
  ])
  if (!report) return lines
  const { counts, sums, possible, fields } = report
  const average = (sum: number) => Number((sum / Math.max(1, report.students.length)).toFixed(2))
  return [
    ...lines,
    `${counts.gained} gain, ${counts.lost} lose, ${counts.unchanged} keep their points`,
    `On average ${average(sums.before)} → ${average(sums.after)} of ${possible} points`,
    'Distribution of points',
    ...distribution(report),
    'Students, biggest losses first',
    ...students(report, people),
    'Verdicts that change',
    ...fields.flatMap(({ slug, field, changes, broken, undecided }) => [
      ...changes.map(({ from, to, count }) => `  ${slug}.${field}: ${count} × ${from ?? 'not graded'} → ${to}`),
      ...(broken > 0 ? [`  ${slug}.${field}: ${broken} held, the reference failed`] : []),
      ...(undecided > 0 ? [`  ${slug}.${field}: ${undecided} wait for a person`] : []),
    ]),
  ]
}
