import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { withStack } from './bench-stack.ts'
import { enrolStudents } from './class.ts'
import { measurePage, type PageFigures } from './exam-page.ts'
import { machine } from './machine.ts'
import { Session } from './session.ts'
import { median, quantile } from './statistics.ts'
import { sit } from './submit-to-stored.ts'
import { kB, ms, printFigures } from './table.ts'
import { measureStarts } from './two-commands.ts'

const ATTEMPTS = 40
const WARM_UP = 5
const VISITS = 5
const PARTS = [
  'execution',
  'marking',
  'grading',
  'page',
  'regrade',
  'start',
  'formulas',
  'saves',
  'herd',
  'review',
  'reviewers',
  'groups',
  'uploads',
  'authoring',
  'bank',
]

const root = path.resolve(import.meta.dirname, '../..')
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    students: { type: 'string', default: '500,1000,2000' },
    submissions: { type: 'string', default: '2000,20000' },
    reviews: { type: 'string', default: '250' },
  },
})
const wanted = (part: string) => positionals.length === 0 || positionals.includes(part)

/** Submission to last stored grading, one student after the other on an idle server. */
async function grading(address: string, client: pg.Client, examId: string): Promise<void> {
  for (let i = 0; i < WARM_UP; i++) await sit(address, client, examId, i)
  const times: number[] = []
  for (let i = WARM_UP; i < WARM_UP + ATTEMPTS; i++) times.push(await sit(address, client, examId, i))
  printFigures(`Submit → last grading stored, whole exam, idle (${ATTEMPTS} students)`, [
    { what: 'p50', value: ms(median(times)), aim: '< 100 ms' },
    { what: 'p95', value: ms(quantile(times, 0.95)), aim: '< 300 ms' },
  ])
}

/** The page of the whole exam, for a student who has just begun. */
async function examPage(address: string, examId: string): Promise<void> {
  const session = new Session(address)
  await session.signIn('ada@example.edu', 'referee-demo')
  const { attemptId } = (await session.send('POST', `/api/exam/v1/exams/${examId}/attempts`, {})) as {
    attemptId: string
  }
  const at = `/attempts/${attemptId}`
  const served = []
  for (let i = 0; i < 30; i++) served.push(await session.page(at))
  const visits: PageFigures[] = []
  const unasked: PageFigures[] = []
  const bare: PageFigures[] = []
  for (let i = 0; i < VISITS; i++) {
    visits.push(await measurePage(address, { path: at }, session))
    unasked.push(await measurePage(address, { path: at, withoutFormulas: true }, session))
    bare.push(await measurePage(address, { path: '/no-such-page' }, session))
  }
  const mid = (key: keyof PageFigures, of = visits) => median(of.map((visit) => visit[key]))
  printFigures(`Exam page (${VISITS} cold visits)`, [
    { what: 'server time', value: ms(median(served.slice(5).map((one) => one.milliseconds))) },
    { what: 'HTML', value: kB(served[0]!.bytes) },
    { what: 'JavaScript, gzip', value: kB(mid('scripts')) },
    { what: '  without formula fields', value: kB(mid('scripts', unasked)), aim: '< 150 kB' },
    { what: '  of a page with a sentence', value: kB(mid('scripts', bare)) },
    { what: 'transferred cold', value: kB(mid('transferred')), aim: '< 280 kB' },
    { what: '  of it fonts', value: kB(mid('fonts')) },
    { what: '  of it styles', value: kB(mid('styles')) },
    { what: 'total blocking time', value: ms(mid('blocking')), aim: '< 50 ms' },
    { what: '  of a page with a sentence', value: ms(mid('blocking', bare)) },
    { what: 'largest paint', value: ms(mid('contentful')) },
    { what: 'layout shift', value: mid('shift').toFixed(3), aim: '0' },
  ])
}

async function onStack(address: string, databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const examId = await enrolStudents(client, WARM_UP + ATTEMPTS)
    if (wanted('page')) await examPage(address, examId)
    if (wanted('grading')) await grading(address, client, examId)
  } finally {
    await client.end()
  }
}

const unknown = positionals.find((part) => !PARTS.includes(part))
if (unknown) {
  console.error(`Usage: npm run bench [-- ${PARTS.join(' ')}]`)
  process.exit(2)
}
console.log(machine())
if (wanted('execution')) await import('./execution.ts').then(({ execution }) => execution())
if (wanted('formulas')) await import('./formulas.ts').then(({ formulas }) => formulas())
if (wanted('marking')) await import('./marking.ts').then(({ marking }) => marking())
if (wanted('uploads')) await import('./uploads/uploads.ts').then(({ measureUploads }) => measureUploads())
if (wanted('page') || wanted('grading')) await withStack(root, onStack)
if (wanted('saves')) await import('./load/saves.ts').then(({ saves }) => saves(root))
if (positionals.includes('herd'))
  await import('./load/herd.ts').then(({ herd }) => herd(root, values.students.split(',').map(Number)))
if (positionals.includes('review'))
  await import('./review/review.ts').then(({ review }) => review(root, values.submissions.split(',').map(Number)))
if (positionals.includes('reviewers'))
  await import('./review/reviewers.ts').then(({ reviewers }) => reviewers(root, Number(values.reviews)))
if (positionals.includes('groups'))
  await import('./review/groups.ts').then(({ groups }) => groups(root, values.submissions.split(',').map(Number)))
if (wanted('authoring')) await import('./authoring/authoring.ts').then(({ authoring }) => authoring(root))
if (wanted('bank')) await import('./bank/bank.ts').then(({ bank }) => bank(root))
if (wanted('regrade')) await import('./regrade/regrade.ts').then(({ regrade }) => regrade(root))
if (wanted('start')) {
  const { first, second } = await measureStarts(root)
  printFigures('Two commands', [
    { what: 'clone → first page', value: `${first.toFixed(1)} s` },
    { what: 'second start', value: `${second.toFixed(1)} s` },
  ])
}
