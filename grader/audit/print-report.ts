import { checkWords, type Examination } from './examination.ts'
import { reasons } from './rejection.ts'
import { type AuditReport, acceptance } from './report.ts'
import type { Separation } from './separation.ts'
import type { Spread } from './spread.ts'

/** The report as lines of text for a person at a terminal. */
export function printReport(report: AuditReport): string {
  const { accepted, count, distinct, constantFields, failures } = report
  const same = distinct < accepted ? ` (${distinct} different)` : ''
  return [
    `${accepted} of ${count} variants${same}, by ${report.executors}`,
    ...table(componentRows(report)).map((line) => `  ${line}`),
    ...nearest('nearest to the truth', report.nearestTruth),
    ...nearest('nearest to each other', report.nearestPair),
    ...bandLine(report),
    ...(report.deviation
      ? [`  executions differ by ${short(report.deviation.distance)} at most (${report.deviation.step})`]
      : []),
    ...(report.examination ? examined(report.examination) : []),
    ...(constantFields.length > 0 ? [`  the same number in every cell, always: ${constantFields.join(', ')}`] : []),
    ...failures.map((failure) => `  failed: ${failure}`),
  ].join('\n')
}

function examined({ checks, honest, trivial, effort, slips }: Examination): string[] {
  const passed = checks.filter((check) => check.passed).map(({ name }) => checkWords[name])
  const edge = honest.worst ? `, the farthest ${short(honest.worst.distance)} bands away (${honest.worst.field})` : ''
  const meant = trivial.earning.flatMap(({ because }) => (because ? [because] : []))
  const spread = ({ smallest, median, largest }: Spread) => `${smallest} – ${median} – ${largest}`
  return [
    `  passed: ${passed.join('; ')}`,
    ...checks.flatMap(({ problems }) => problems.map((problem) => `  failed: ${problem}`)),
    ...(honest.answers > 0
      ? [`  honest students: ${honest.inside} of ${honest.answers} answers are right${edge}`]
      : []),
    `  answers without work: ${trivial.tried} tried, ${trivial.earning.length} earn${because(meant)}`,
    ...(effort ? [`  effort: ${spread(effort.digits)} digits, ${spread(effort.operations)} operations`] : []),
    ...(slips.made > 0 ? [`  automatic slips: ${slips.made}, of which a variant offers ${spread(slips.offered)}`] : []),
  ]
}

function because(meant: readonly string[]): string {
  return meant.length > 0 ? `, as the author says: ${[...new Set(meant)].join(', ')}` : ''
}

function componentRows(report: AuditReport): string[][] {
  const rows = report.components
    .filter(({ fields }) => fields.length > 0)
    .map((component) => {
      const [most] = component.rejections
      const why = most ? `${reasons[most.reason]}: ${most.detail} (${most.count}×)` : ''
      const share = `${Math.round(100 * acceptance(component))} %`
      return [component.fields.join(', '), String(component.draws), share, String(component.mostTries), why]
    })
  return rows.length === 0 ? [] : [['fields', 'drawn', 'kept', 'redraws', 'mostly redrawn because'], ...rows]
}

/** Columns padded to one width; the last one is left as it is. */
function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1
          ? cell
          : column === 0
            ? cell.padEnd(widths[0] ?? 0)
            : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

function nearest(what: string, separation: Separation | null): string[] {
  if (!separation) return []
  const { first, second, field, distance } = separation
  const pair = first === 'truth' ? second : `${first} and ${second}`
  const far = Number.isFinite(distance) ? `${distance.toFixed(1)} bands` : 'exact, they differ'
  return [`  ${what}: ${pair} at ${field}, ${far}`]
}

function bandLine({ bands }: AuditReport): string[] {
  const ranges = Object.entries(bands).map(([field, { smallest, largest }]) => {
    if (largest === 0) return `${field} exact`
    return `${field} ±${smallest === largest ? short(largest) : `${short(smallest)}–${short(largest)}`}`
  })
  return ranges.length > 0 ? [`  bands: ${ranges.join(', ')}`] : []
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)))
}
