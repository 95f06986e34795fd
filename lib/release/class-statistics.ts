import { query } from '../db/query.ts'
import { gradedPoints, partsAsGraded } from '../grading/parts-as-graded.ts'

/** How a class did, in numbers that are nobody's alone. */
export interface ClassStatistics {
  /** results in it */
  n: number
  mean: number
  median: number
  possible: number
  /** how many results lie in each tenth of the points */
  tenths: number[]
  /** the tenth of one's own; null where points are not shown */
  own: number | null
}

interface Class extends Omit<ClassStatistics, 'own'> {
  totals: ReadonlyMap<string, number>
}

/** Of so few nobody is told anything: each could be somebody. */
const fewest = 5
const tenths = 10
const freshFor = 20_000
const keepAtMost = 50

const known = new Map<string, { at: number; made: Promise<Class | null> }>()

/**
 * How the class did, with the place of one submission. It is worked out for everybody at once and kept some seconds: a
 * class reads its results in the same minutes.
 */
export async function classStatistics(
  examId: string,
  submissionId: string,
  shown: { reviewed: boolean; points: boolean },
): Promise<ClassStatistics | null> {
  const key = `${examId}/${shown.reviewed}`
  const found = known.get(key)
  const fresh = found && performance.now() - found.at < freshFor
  const made = fresh ? found.made : readClass(examId, shown.reviewed)
  if (!fresh) {
    if (known.size >= keepAtMost) known.clear()
    known.set(key, { at: performance.now(), made })
    made.catch(() => known.delete(key))
  }
  const all = await made
  if (!all) return null
  const { totals, ...numbers } = all
  const own = shown.points ? totals.get(submissionId) : undefined
  return { ...numbers, own: own === undefined ? null : tenthOf(own, all.possible) }
}

function tenthOf(points: number, possible: number): number {
  if (possible <= 0) return 0
  return Math.max(0, Math.min(tenths - 1, Math.floor((tenths * points) / possible)))
}

/** Totals as results show them: a person's points over the grader's, where what people decided is shown. */
async function readClass(examId: string, reviewed: boolean): Promise<Class | null> {
  const rows = await query<{ submissionId: string; earned: number; possible: number }>(
    `SELECT s.id AS "submissionId",
       sum(round(coalesce(CASE WHEN $2 OR asked.already THEN r.points END,
         ${gradedPoints}, 0)::numeric, 2))::float8 AS earned,
       (SELECT points FROM exam_paper_total WHERE exam_id = $1) AS possible
     FROM attempt_that_counts a${partsAsGraded}
     CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM review c WHERE c.submission_id = r.submission_id AND c.field = r.field
       AND c.cause = 'request') AS already) asked
     WHERE a.exam_id = $1 GROUP BY s.id`,
    [examId, reviewed],
  )
  if (rows.length < fewest) return null
  const possible = rows[0]?.possible ?? 0
  const sorted = rows.map(({ earned }) => earned).sort((a, b) => a - b)
  const middle = sorted.length / 2
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
  const bars = Array.from({ length: tenths }, () => 0)
  for (const earned of sorted) bars[tenthOf(earned, possible)] = (bars[tenthOf(earned, possible)] ?? 0) + 1
  return {
    n: rows.length,
    mean: oneDecimal(sorted.reduce((sum, earned) => sum + earned, 0) / rows.length),
    median: oneDecimal(median),
    possible,
    tenths: bars,
    totals: new Map(rows.map(({ submissionId, earned }) => [submissionId, earned])),
  }
}

const oneDecimal = (points: number) => Math.round(points * 10) / 10
