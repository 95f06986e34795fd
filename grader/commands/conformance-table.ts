import { type GoldenReport, tolerances } from './conform-golden.ts'

/** The golden reports as lines of text: a row an operation, a column an executor with its largest distance. */
export function goldenTable(reports: readonly GoldenReport[], executors: readonly string[]): string[] {
  const head = ['operation', 'cases', ...executors.map((name) => `${name} (largest deviation)`), '']
  const rows = reports.map((report) => [
    report.operation,
    String(report.cases),
    ...executors.map((name) => shown(report.deviation[name])),
    report.failing.length === 0 ? 'agrees' : `${report.failing.length} FAILING`,
  ])
  return [
    ...aligned([head, ...rows]),
    `tolerance: float64 ${tolerance('float64')}; float32 ${tolerance('float32')}; integers exact`,
    ...reports.flatMap(({ operation, failing }) => failing.map((line) => `  ${operation}: ${line}`)),
  ]
}

export interface TextReport {
  right: number
  wrong: number
  falseAccepts: number
  failing: readonly string[]
}

/** What came of a file of typed formulas, numbers, shapes or tensors. */
export function textLines(kind: string, file: string, report: TextReport): string[] {
  const { right, wrong, falseAccepts, failing } = report
  const accepts = falseAccepts === 0 ? 'no false accept' : `${falseAccepts} FALSE ACCEPTS`
  return [`${kind} ${file}: ${right} of ${right + wrong} right, ${accepts}`, ...failing.map((line) => `  ${line}`)]
}

function shown(deviation: number | undefined): string {
  if (deviation === undefined) return '-'
  return deviation === 0 ? '0' : Number.isFinite(deviation) ? deviation.toExponential(1) : 'not finite'
}

function tolerance(precision: keyof typeof tolerances): string {
  const { relative, ofLargest } = tolerances[precision]
  return `${relative} of the value + ${ofLargest} of the largest (at least 1)`
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
