import type { ExamDefinition, ListedQuestion } from '../../../grader/question/exam.ts'
import { invalid } from '../../http/refusal.ts'
import { everything, type Shows } from '../../release/shows.ts'
import { isZone } from '../../time/local-time.ts'
import type { Section } from '../plan/plan.ts'
import { nothingPlanned, type ReleasePlan, settledRelease } from '../plan/release-plan.ts'
import type { NewExam } from '../store-exam.ts'

const listed = (questions: readonly ListedQuestion[]): Section['questions'] =>
  questions.map(({ question, points }) => ({ slug: question, points }))

function plannedOf({ release, results }: ExamDefinition): ReleasePlan {
  if (!results) return nothingPlanned
  const { shows, at, requestsUntil, requestsAtMost } = results
  const shown =
    shows && Object.fromEntries(Object.keys(everything).map((name) => [name, shows.some((one) => one === name)]))
  return settledRelease(release, { shows: shown as Shows | null, releaseAt: at, requestsUntil, requestsAtMost })
}

/** An exam as its file says it, to be stored. */
export function examOfFile(exam: ExamDefinition): NewExam {
  if (exam.zone !== null && !isZone(exam.zone)) throw invalid(`The time zone ${exam.zone} is not known.`, 'zone')
  return {
    slug: exam.slug,
    title: exam.title.trim(),
    instructions: exam.instructions,
    mode: exam.mode,
    opensAt: exam.window?.opens ?? null,
    closesAt: exam.window?.closes ?? null,
    zone: exam.zone,
    durationSeconds: exam.minutes === null ? null : Math.round(exam.minutes * 60),
    syncGraceSeconds: exam.syncGraceSeconds,
    release: exam.release,
    ...plannedOf(exam),
    attemptsAllowed: exam.attempts,
    attemptCounts: exam.counts,
    checksAllowed: exam.checks,
    navigation: exam.navigation,
    questions: listed(exam.questions),
    ...(exam.sections && {
      sections: exam.sections.map(({ questions, ...section }) => ({ ...section, questions: listed(questions) })),
    }),
  }
}
