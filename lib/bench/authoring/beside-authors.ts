import pg from 'pg'
import { enrolStudents } from '../class.ts'
import { median, quantile } from '../statistics.ts'
import { sit } from '../submit-to-stored.ts'
import { ms, printFigures } from '../table.ts'
import { Author } from './author.ts'

const students = 40

/** As much work as a question file may ask for: a long chain of products of large matrices, drawn again and again. */
const heavy = `---
title: As much as one may ask for
parameters:
  A: decimals([100, 100], -1, 1, 2)
reference:
  y_1: A A
${Array.from({ length: 24 }, (_, k) => `  y_${k + 2}: tanh(y_${k + 1} A / 100)`).join('\n')}
  z: sum(y_25)
answers:
  z: { points: 1 }
---
:answer[z]
`

/** Whether grading waits while authors ask for as much as they can. */
export async function besideAuthors(address: string, databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const examId = await enrolStudents(client, 2 * students + 5)
    let next = 0
    const grade = async () => {
      const times: number[] = []
      for (let k = 0; k < students; k++) times.push(await sit(address, client, examId, next++))
      return times
    }
    for (let k = 0; k < 5; k++) await sit(address, client, examId, next++)
    const quiet = await grade()
    const authors = await Promise.all(['ines', 'tara', 'adam'].map((name) => Author.signIn(address, name)))
    let going = true
    const trouble = authors.map(async (author, k) => {
      for (let n = 0; going; n++) await author.trouble(`${heavy}${k} ${n}\n`, String(n))
    })
    const beside = await grade()
    going = false
    await Promise.all(trouble)
    printFigures(`Submit → last grading stored, whole exam (${students} students each)`, [
      { what: 'idle, p50', value: ms(median(quiet)) },
      { what: 'idle, p95', value: ms(quantile(quiet, 0.95)) },
      { what: 'beside 3 authors who ask for all they can, p50', value: ms(median(beside)) },
      { what: 'beside 3 authors who ask for all they can, p95', value: ms(quantile(beside, 0.95)) },
    ])
  } finally {
    await client.end()
  }
}
