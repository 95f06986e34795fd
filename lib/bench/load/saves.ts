import pg from 'pg'
import { withStack } from '../bench-stack.ts'
import { printFigures } from '../table.ts'
import { closedLoop } from './closed-loop.ts'
import { type LoadStudent, seatStudents } from './students.ts'

const crowds = [1, 16, 64]
const seconds = 4

/** Saves and exam page views against the production server, each student as fast as the answers come. */
export async function saves(root: string): Promise<void> {
  await withStack(root, async (address, databaseUrl, { secret, ...processes }) => {
    const client = new pg.Client(databaseUrl)
    await client.connect()
    const port = Number(new URL(address).port)
    const { examId, students } = await seatStudents(client, port, secret, Math.max(...crowds))
    await client.end()
    for (const student of students) {
      await student.start(examId)
      await student.readPaper()
    }
    const kinds: [string, (student: LoadStudent) => ReturnType<Parameters<typeof closedLoop<LoadStudent>>[2]>][] = [
      [`Saves of the whole exam (${students[0]!.keys.length} fields)`, (student) => student.save(50)],
      ['Saves of one answer', (student) => student.save(1, student.revision % student.keys.length)],
      ['  the same through the framework', (student) => student.save(1, student.revision % student.keys.length, true)],
      ['Exam page views: page, paper and state', viewOf],
      ['  of them the paper alone', (student) => student.get(`${student.attempt}/paper`)],
      ['  the same through the framework', (student) => student.get(`${student.indirectly}/paper`)],
      ['  of them the page alone', (student) => student.get(`/attempts/${student.attemptId}`)],
    ]
    for (const [, ask] of kinds) await closedLoop(students.slice(0, 16), 2, ask, processes)
    for (const [heading, ask] of kinds) {
      const rows = []
      for (const crowd of crowds)
        rows.push(...(await closedLoop(students.slice(0, crowd), seconds, ask, processes)).figures)
      printFigures(heading, rows)
    }
    for (const student of students) student.wire.close()
  })
}

async function viewOf(student: LoadStudent) {
  const page = await student.get(`/attempts/${student.attemptId}`)
  const paper = await student.get(`${student.attempt}/paper`)
  return [page, paper, await student.get(student.attempt)]
}
