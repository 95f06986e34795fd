import type { Health } from './health.ts'

const plain = !process.stdout.isTTY || process.env.NO_COLOR !== undefined
const style = (code: number) => (text: string) => (plain ? text : `\u001b[${code}m${text}\u001b[0m`)
export const bold = style(1)
export const dim = style(2)
export const red = style(31)
export const green = style(32)

/** Says that a step is done, and how long it took. */
export function sayStep(name: string): (note?: string) => void {
  const began = performance.now()
  return (note) => console.log(`  ${name.padEnd(24)}${dim(note ?? seconds(performance.now() - began))}`)
}

export const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

const PEOPLE = [
  ['students', 'ada@example.edu  ben@example.edu  chen@example.edu'],
  ['TA', 'tara@example.edu'],
  ['instructor', 'ines@example.edu'],
  ['administrator', 'adam@example.edu'],
] as const

/** Where to go and who to be, once everything runs. */
export function welcome(address: string, { grader }: Health, after: number): string {
  const row = (name: string, text: string) => `  ${dim(name.padEnd(15))}${text}`
  const adapter = grader?.adapter ? ` (${grader.adapter})` : ''
  return [
    '',
    `  ${bold('Referee')} runs at ${bold(address)}  ${dim(`after ${seconds(after)}`)}`,
    '',
    row('grades on', `${grader?.backend}${adapter}`),
    ...PEOPLE.map(([name, accounts]) => row(name, accounts)),
    row('password', 'referee-demo'),
    '',
    `  ${dim('Ctrl-C stops everything.')}`,
    '',
  ].join('\n')
}
