import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { loadControls } from '../fields/lazy-controls.ts'
import { mathFonts } from '../paper/math-fonts.ts'
import { indexedJournal } from './engine/journal/indexed-journal.ts'
import { newId } from './engine/new-id.ts'
import { SaveEngine } from './engine/save-engine.ts'
import { ServerClock } from './engine/server-clock.ts'
import { httpTransport } from './engine/transport.ts'
import { lockName } from './tabs/lock-name.ts'
import { OneTab } from './tabs/one-tab.ts'

export interface ExamPaper {
  exam: { id: string; title: string; mode: 'exam' | 'quiz' }
  /** number of the first question that is given here */
  first: number
  /** how many the whole paper has */
  count: number
  /** one question at a time, and none again */
  forward: boolean
  /** how often each question may be checked; 0: not at all, null: as often as one likes */
  checks: number | null
  /** headings above the questions of these numbers */
  sections: { first: number; title: string; instructions: string }[]
  questions: PaperQuestion[]
}

/** What came of opening an attempt. `over`: nothing is left to do in it; `waiting`: trouble that may pass, tried again. */
export type Opening =
  | { phase: 'ready'; paper: ExamPaper; over: boolean }
  | { phase: 'signed-out' }
  | { phase: 'refused'; message: string }
  | { phase: 'waiting' }

/** An engine on the browser's clock, disk and network, and its tab among those of this browser. */
export function browserEngine(attemptId: string): { engine: SaveEngine; clock: ServerClock; tab: OneTab } {
  const now = () => performance.now()
  const clock = new ServerClock(now)
  const engine = new SaveEngine({
    transport: httpTransport(attemptId),
    journal: indexedJournal(attemptId),
    clock,
    now,
    wall: Date.now,
    wait: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    random: Math.random,
    newId,
  })
  const writer = {
    write: async () => (await engine.write()).outcome === 'answered',
    yield: () => engine.yield(),
    read: () => engine.read(),
  }
  const tab = new OneTab(lockName(attemptId), writer, { locks: navigator.locks, wait: setTimeout.bind(null) })
  return { engine, clock, tab }
}

/** Fetches the paper and how the attempt stands, side by side. */
export async function openAttempt(attemptId: string, engine: SaveEngine, tab: OneTab): Promise<Opening> {
  const [paper, state] = await Promise.all([fetchPaper(attemptId), tab.join().then(() => engine.open()), mathFonts()])
  if (state.outcome === 'refused') {
    return state.status === 401 ? { phase: 'signed-out' } : { phase: 'refused', message: state.message }
  }
  if (state.outcome === 'trouble' || paper === null) return { phase: 'waiting' }
  await loadControls(new Set(paper.questions.flatMap(({ fields }) => fields.map(({ kind }) => kind))))
  // what this device still had of a closed attempt is sent and shown, not passed over
  return { phase: 'ready', paper, over: state.value.state === 'closed' && engine.kept().length === 0 }
}

async function fetchPaper(attemptId: string): Promise<ExamPaper | null> {
  try {
    const response = await fetch(`/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/paper`, { redirect: 'error' })
    return response.ok ? ((await response.json()) as ExamPaper) : null
  } catch {
    return null
  }
}
