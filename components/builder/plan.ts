import type { Shows } from '../staff/release/shown.ts'

export interface PlannedQuestion {
  slug: string
  /** null: what its own fields add up to */
  points: number | null
}

export interface PlannedSection {
  /** of this page alone, for who draws a list */
  key: string
  title: string
  instructions: string
  pick: number | null
  shuffle: boolean
  questions: PlannedQuestion[]
}

/** An exam as its builder holds it; times are local times of the zone, empty where there is none. */
export interface Plan {
  title: string
  instructions: string
  mode: 'exam' | 'quiz'
  zone: string
  opens: string
  closes: string
  durationSeconds: number | null
  syncGraceSeconds: number
  attemptsAllowed: number | null
  attemptCounts: 'last' | 'best'
  checksAllowed: number | null
  navigation: 'free' | 'forward'
  release: 'at-once' | 'by-staff'
  /** what is shown of the results; null: as usual */
  shows: Shows | null
  /** when staff release: the time that is set for it before */
  resultsAt: string
  /** until when another look may be asked for, and about how many parts */
  askUntil: string
  requestsAtMost: number | null
  sections: PlannedSection[]
}

/** What is known of a question that may be in the plan. */
export interface KnownQuestion {
  slug: string
  title: string
  points: number | null
  problem: string | null
}

export type Known = ReadonlyMap<string, KnownQuestion>

export const newSection = (key: string): PlannedSection => ({
  key,
  title: '',
  instructions: '',
  pick: null,
  shuffle: false,
  questions: [],
})

/** Whether it is one list of questions, and nothing is said of it. */
export function isPlain({ sections: [first, second] }: Plan): boolean {
  return !second && !!first && first.title === '' && first.instructions === '' && first.pick === null && !first.shuffle
}

function replaced(sections: PlannedSection[], place: number, change: (one: PlannedSection) => PlannedSection) {
  return sections.map((one, k) => (k === place ? change(one) : one))
}

/** Questions put at the end of a section. */
export function withQuestions(sections: PlannedSection[], place: number, slugs: readonly string[]): PlannedSection[] {
  const added = slugs.map((slug) => ({ slug, points: null }))
  return replaced(sections, place, (one) => ({ ...one, questions: [...one.questions, ...added] }))
}

export function withoutQuestion(sections: PlannedSection[], slug: string): PlannedSection[] {
  return sections.map((one) => ({ ...one, questions: one.questions.filter((question) => question.slug !== slug) }))
}

/** A question into a section, at a place of it. */
export function moved(sections: PlannedSection[], slug: string, to: number, at: number): PlannedSection[] {
  const question = sections.flatMap(({ questions }) => questions).find((one) => one.slug === slug)
  if (!question) return sections
  return replaced(withoutQuestion(sections, slug), to, (one) => ({
    ...one,
    questions: [...one.questions.slice(0, at), question, ...one.questions.slice(at)],
  }))
}

/** One place up or down, over the edge into the section before or behind; the same where there is no place. */
export function shifted(sections: PlannedSection[], slug: string, by: -1 | 1): PlannedSection[] {
  const from = sections.findIndex(({ questions }) => questions.some((one) => one.slug === slug))
  const at = sections[from]?.questions.findIndex((one) => one.slug === slug) ?? -1
  const length = sections[from]?.questions.length ?? 0
  if (at + by >= 0 && at + by < length) return moved(sections, slug, from, at + by)
  const next = sections[from + by]
  if (at < 0 || !next) return sections
  return moved(sections, slug, from + by, by > 0 ? 0 : next.questions.length)
}

/** A section one place up or down. */
export function shiftedSection(sections: PlannedSection[], place: number, by: -1 | 1): PlannedSection[] {
  const section = sections[place]
  if (!section || place + by < 0 || place + by >= sections.length) return sections
  const rest = sections.filter((_, k) => k !== place)
  return [...rest.slice(0, place + by), section, ...rest.slice(place + by)]
}

export interface Totals {
  questions: number
  /** null: of some question nobody knows yet, or it depends on which are drawn */
  points: number | null
}

/** What one student gets: of a set k of its questions, which are worth the same. */
export function totals(sections: readonly PlannedSection[], known: Known): Totals {
  let all: Totals = { questions: 0, points: 0 }
  for (const { pick, questions } of sections) {
    const worth = questions.map(({ slug, points }) => points ?? known.get(slug)?.points ?? null)
    const drawn = pick === null ? worth.length : Math.min(pick, worth.length)
    const alike = drawn === worth.length || new Set(worth).size === 1
    const points = worth
      .slice(0, drawn)
      .reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
    all = {
      questions: all.questions + drawn,
      points: all.points === null || points === null || !alike ? null : all.points + points,
    }
  }
  return all
}

/** The local times of a plan. */
export const planTimes = ['opens', 'closes', 'resultsAt', 'askUntil'] as const
export type PlanTime = (typeof planTimes)[number]

/** As it is sent. */
export function bodyOf(plan: Plan, choices: Partial<Record<PlanTime, 0 | 1>>) {
  const entered = (time: PlanTime) => (plan[time] === '' ? null : { local: plan[time], choice: choices[time] ?? null })
  return {
    ...plan,
    opens: entered('opens'),
    closes: entered('closes'),
    resultsAt: entered('resultsAt'),
    askUntil: entered('askUntil'),
    sections: plan.sections.map(({ key: _, ...section }) => section),
  }
}
