import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { courseOfExam } from '../../exams/exam-course.ts'
import { pseudonymsOf } from '../blind/pseudonyms.ts'
import { examParts, type PartStanding } from '../queue/exam-parts.ts'
import { distanceOf, isFar, without } from './outlier.ts'
import {
  type FastStreak,
  type Pace,
  type PartWork,
  readPace,
  readPartWork,
  readSlow,
  readStreaks,
  readWork,
  type SlowAnswer,
  type Work,
} from './read-progress.ts'

/** One reviewer's work on a part. */
export interface ReviewerWork extends Omit<Work, 'field'> {
  /** standard errors between their mean and that of the others; null where there are too few scores to say */
  distance: number | null
  /** not taken for chance */
  far: boolean
}

export interface PartProgress extends Pick<PartStanding, 'field' | 'title' | 'label' | 'points'> {
  waiting: number
  done: number
  work: Omit<PartWork, 'field'> | null
  reviewers: ReviewerWork[]
}

export interface ReviewProgress {
  title: string
  waiting: number
  done: number
  pace: Pace
  /** when all is done at the pace of the last half hour; null: nobody reviews, or all is done */
  ends: string | null
  /** those that people decide */
  parts: PartProgress[]
  people: { personId: string; name: string; n: number; median: number | null; p90: number | null; lastAt: string }[]
  /** by pseudonym */
  slow: (Omit<SlowAnswer, 'attemptId' | 'examQuestionId'> & { code: string })[]
  streaks: FastStreak[]
}

function partProgress(part: PartStanding, all: PartWork | undefined, work: readonly Work[]): PartProgress {
  const { field, title, label, points, waiting, reviewed: done } = part
  const reviewers = work.map(({ field: _, ...own }) => {
    const distance = all ? distanceOf(own, without(all, own), all.spread) : null
    return { ...own, distance, far: isFar(distance) }
  })
  return { field, title, label, points, waiting, done, work: all ?? null, reviewers }
}

/** When the waiting are done, if as many are decided in each half hour as in the last one. */
export function forecast(now: string, waiting: number, lately: number): string | null {
  if (waiting === 0 || lately === 0) return null
  return new Date(Date.parse(now) + (waiting / lately) * 30 * 60_000).toISOString()
}

/** The times of all the work of each person; medians of all their answers, not of their parts' medians. */
async function readPeople(examId: string): Promise<ReviewProgress['people']> {
  return query<ReviewProgress['people'][number]>(
    `SELECT w.*, p.name FROM (
       SELECT r.reviewer_id AS "personId", count(*)::int AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY r.seconds) AS median,
         percentile_cont(0.9) WITHIN GROUP (ORDER BY r.seconds) AS p90, iso(max(r.created_at)) AS "lastAt"
       FROM review r JOIN review_entry e ON e.submission_id = r.submission_id AND e.field = r.field
       WHERE e.exam_id = $1 AND e.why IS NOT NULL AND r.cause = 'person' AND r.points IS NOT NULL GROUP BY r.reviewer_id) w
     JOIN person p ON p.id = w."personId" ORDER BY w.n DESC, p.name`,
    [examId],
  )
}

/** How the reviewing of an exam goes: for its instructors. */
export async function reviewProgress(principal: Principal | null, examId: string): Promise<ReviewProgress> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const [[exam], parts, work, partWork, people, pace, slow, streaks, nameOf] = await Promise.all([
    query<{ title: string }>('SELECT title FROM exam WHERE id = $1', [examId]),
    examParts(query, examId, { personId, everything: true }),
    readWork(query, examId),
    readPartWork(query, examId),
    readPeople(examId),
    readPace(query, examId),
    readSlow(query, examId),
    readStreaks(query, examId),
    pseudonymsOf(query, examId),
  ])
  const shown = parts
    .filter((part) => part.waiting + part.reviewed > 0)
    .map((part) =>
      partProgress(
        part,
        partWork.find(({ field }) => field === part.field),
        work.filter(({ field }) => field === part.field),
      ),
    )
  const waiting = shown.reduce((sum, part) => sum + part.waiting, 0)
  return {
    title: exam?.title ?? '',
    waiting,
    done: shown.reduce((sum, part) => sum + part.done, 0),
    pace,
    ends: forecast(pace.now, waiting, pace.lately),
    parts: shown,
    people,
    slow: slow.map(({ attemptId, examQuestionId, ...one }) => ({ ...one, code: nameOf(attemptId, examQuestionId) })),
    streaks,
  }
}
