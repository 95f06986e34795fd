import { isScalar } from 'yaml'
import type { ExamDefinition, ListedQuestion, ParsedExam, SectionDefinition } from './exam.ts'
import { countLines, maximumFile, parseYaml } from './front-matter.ts'
import { versionOf } from './parse-question.ts'
import { readResults } from './read-results.ts'
import { readTime } from './read-time.ts'
import { type Entry, Reader } from './reader.ts'

const keys = [
  'title',
  'course',
  'mode',
  'minutes',
  'sync_grace_seconds',
  'window',
  'zone',
  'attempts',
  'counts',
  'checks',
  'navigation',
  'access',
  'release',
  'results',
  'instructions',
  'questions',
  'sections',
]
const required = ['title', 'course', 'minutes']
const sectionKeys = ['title', 'instructions', 'pick', 'shuffle', 'questions']

/** Reads an exam file. Like a question file it never throws; problems come with line and column. */
export function parseExam(source: string, slug: string): ParsedExam {
  const reader = new Reader(source, 0, countLines(source))
  const exam = read(reader, source, slug)
  if (exam && reader.problems.length === 0) return { ok: true, exam }
  if (reader.problems.length === 0) reader.problem(0, 'This is no exam file.')
  return { ok: false, problems: reader.problems.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}

function read(reader: Reader, source: string, slug: string): ExamDefinition | null {
  if (source.length > maximumFile) return reader.problem(0, `The file is longer than ${maximumFile} characters.`)
  const root = parseYaml(reader, source, 0)
  const record = root && reader.readRecord(root, 'An exam', keys, required, root)
  if (!record) return null
  const sections = readSections(reader, record.get('sections'))
  const questions = sections?.flatMap((section) => section.questions) ?? []
  const exam: ExamDefinition = {
    slug,
    version: versionOf(source),
    title: reader.readText(record.get('title'), 'title') ?? '',
    course: reader.readText(record.get('course'), 'course') ?? '',
    mode: reader.readChoice(record.get('mode'), 'mode', ['exam', 'quiz']) ?? 'exam',
    minutes: readCount(reader, record.get('minutes'), 'minutes', 1, 43_200, 1),
    syncGraceSeconds: reader.readNumber(record.get('sync_grace_seconds'), 'sync_grace_seconds', 0, 86_400, true),
    window: readWindow(reader, record.get('window')),
    zone: readZone(reader, record.get('zone')),
    attempts: readCount(reader, record.get('attempts'), 'attempts', 1, 1_000, 1),
    counts: reader.readChoice(record.get('counts'), 'counts', ['last', 'best']) ?? 'last',
    checks: readCount(reader, record.get('checks'), 'checks', 0, 1_000, 0),
    navigation: reader.readChoice(record.get('navigation'), 'navigation', ['free', 'forward']) ?? 'free',
    access: readAccess(reader, record.get('access')),
    release: reader.readChoice(record.get('release'), 'release', ['at-once', 'by-staff']) ?? 'by-staff',
    results: readResults(reader, record.get('results')),
    instructions: reader.readText(record.get('instructions'), 'instructions') ?? '',
    sections,
    questions: [...questions, ...readQuestions(reader, record.get('questions'), questions)],
  }
  if (sections && record.has('questions'))
    reader.problem(
      record.get('questions')?.keyNode ?? 0,
      'An exam has questions or sections; put these into a section.',
    )
  if (!sections && !record.has('questions')) reader.problem(root, 'An exam needs “questions” or “sections”.')
  if (exam.checks !== 0 && exam.mode === 'exam')
    reader.problem(record.get('checks')?.keyNode ?? 0, 'Only a quiz has checks. Write mode: quiz.')
  return exam
}

/** A number, or the word for as many as one likes. */
function readCount(
  reader: Reader,
  entry: Entry | undefined,
  what: string,
  low: number,
  high: number,
  absent: number,
): number | null {
  if (!entry) return absent
  if (isScalar(entry.node) && entry.node.value === 'unlimited') return null
  return reader.readNumber(entry, what, low, high, what !== 'minutes') ?? absent
}

function readZone(reader: Reader, entry: Entry | undefined): string | null {
  const zone = reader.readText(entry, 'zone')
  if (zone === null || /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(zone)) return zone
  return reader.problem(entry?.node ?? 0, 'zone must be a time zone such as Europe/Berlin.')
}

function readSections(reader: Reader, entry: Entry | undefined): SectionDefinition[] | null {
  if (!entry) return null
  const nodes = reader.readList(entry.node, 'sections', entry.keyNode) ?? []
  if (nodes.length === 0) reader.problem(entry.keyNode, 'An exam needs at least one section.')
  const sections: SectionDefinition[] = []
  for (const node of nodes) {
    const record = reader.readRecord(node, 'section', sectionKeys, ['questions'], entry.keyNode)
    const before = sections.flatMap(({ questions }) => questions)
    const questions = readQuestions(reader, record?.get('questions'), before)
    const pick = reader.readNumber(record?.get('pick'), 'pick', 1, 100, true)
    if (pick !== null && pick > questions.length)
      reader.problem(record?.get('pick')?.node ?? node, `pick is ${pick}, and the section has ${questions.length}.`)
    sections.push({
      title: reader.readText(record?.get('title'), 'title') ?? '',
      instructions: reader.readText(record?.get('instructions'), 'instructions') ?? '',
      pick,
      shuffle: reader.readFlag(record?.get('shuffle'), 'shuffle') ?? false,
      questions,
    })
  }
  return sections
}

function readWindow(reader: Reader, entry: Entry | undefined): ExamDefinition['window'] {
  if (!entry) return null
  const record = reader.readRecord(entry.node, 'window', ['opens', 'closes'], [], entry.keyNode)
  const opens = readTime(reader, record?.get('opens'))
  const closes = readTime(reader, record?.get('closes'))
  return opens === null || closes === null || opens < closes
    ? { opens, closes }
    : reader.problem(entry.keyNode, 'The window closes before it opens.')
}

/** From where the exam may be taken, and with what. What a network is, the server knows. */
function readAccess(reader: Reader, entry: Entry | undefined): ExamDefinition['access'] {
  if (!entry) return null
  const names = ['code', 'networks', 'safe_exam_browser']
  const record = reader.readRecord(entry.node, 'access', names, [], entry.keyNode)
  const networks = record?.get('networks')
  const nodes = networks ? (reader.readList(networks.node, 'networks', networks.keyNode) ?? []) : []
  return {
    code: reader.readText(record?.get('code'), 'code'),
    networks: nodes.map((node) => reader.readTextNode(node, 'network', node) ?? ''),
    safeBrowser: reader.readChoice(record?.get('safe_exam_browser'), 'safe_exam_browser', ['required']) !== null,
  }
}

function readQuestions(reader: Reader, entry: Entry | undefined, before: readonly ListedQuestion[]): ListedQuestion[] {
  if (!entry) return []
  const nodes = reader.readList(entry.node, 'questions', entry.keyNode) ?? []
  if (nodes.length === 0) reader.problem(entry.keyNode, 'An exam needs at least one question.')
  const questions: ListedQuestion[] = []
  for (const node of nodes) {
    const record = reader.readRecord(node, 'question', ['question', 'points'], ['question'], entry.keyNode)
    const question = reader.readText(record?.get('question'), 'question')
    const points = reader.readNumber(record?.get('points'), 'points', 0.01, 1000)
    if (question === null) continue
    if ([...before, ...questions].some((other) => other.question === question))
      reader.problem(node, `“${question}” stands here twice.`)
    else questions.push({ ...reader.place(node), question, points })
  }
  return questions
}
