import type { Counterexample } from './counterexample.ts'

/** More numbers than this are no help in a sentence. */
const mostNumbers = 24

/** `For H = 12, F = 3 this gives 6.5, not 6.` */
export function printCounterexample({ at, answer, right, equation }: Counterexample): string {
  const numbers = at.reduce((sum, { value }) => sum + value.data.length, 0)
  const where = at.map(({ name, value }) => `${name} = ${printTensor(value)}`).join(', ')
  const when = at.length > 0 && numbers <= mostNumbers ? `For ${where} ` : 'For drawn values '
  if (equation) {
    return `${when}the left side is ${answer ? printTensor(answer) : 'undefined'}, the right side ${printTensor(right)}.`
  }
  if (!answer) return `${when}this has no value, not ${printTensor(right)}.`
  if (right.data.length > 6) {
    const k = right.data.findIndex((value, i) => printNumber(value) !== printNumber(answer.data[i] ?? Number.NaN))
    const [given, wanted] = [answer, right].map(({ data }) => printNumber(data[Math.max(k, 0)] ?? Number.NaN))
    return `${when}this gives ${given} in entry ${Math.max(k, 0) + 1}, not ${wanted}.`
  }
  const [given, wanted] = [printTensor(answer), printTensor(right)]
  if (given !== wanted) return `${when}this gives ${given}, not ${wanted}.`
  return `${when}this gives ${answer.data.join(', ')}, not ${right.data.join(', ')}.`
}

/** `[1, 0; 2, 1]` as it is typed. */
function printTensor({ shape, data }: Counterexample['right']): string {
  if (shape.length === 0) return printNumber(data[0] ?? Number.NaN)
  const columns = shape.length === 2 ? (shape[1] ?? 1) : data.length
  const rows = Array.from({ length: data.length / columns }, (_, i) => data.slice(i * columns, (i + 1) * columns))
  return `[${rows.map((row) => row.map(printNumber).join(', ')).join('; ')}]`
}

function printNumber(value: number): string {
  return String(Number(value.toPrecision(6)))
}
