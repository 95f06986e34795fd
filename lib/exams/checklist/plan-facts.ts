import { type Query, query } from '../../db/query.ts'
import { usableSlugs } from '../../questions/bank/usable.ts'
import { auditedVersions } from '../../questions/stored-audits.ts'
import { readPlan } from '../plan/read-plan.ts'
import { triedAsItIs } from '../trial/as-it-is.ts'
import type { BankFacts, PlanFacts } from './check-plan.ts'

interface Known {
  slug: string
  title: string
  points: number | null
  archived: boolean
  /** null: nobody has looked at it yet */
  standing: 'published' | 'file' | 'draft' | null
  version: string | null
  problems: number
}

type Around = Omit<PlanFacts, 'plan' | 'questions'> & { courseId: string; known: Known[] }

async function readAround(run: Query, examId: string): Promise<Around | undefined> {
  const [row] = await run<Around>(
    `SELECT e.course_id AS "courseId", iso(clock_timestamp()) AS now, e.pool_size AS "poolSize",
       (SELECT count(*) FROM membership m WHERE m.course_id = e.course_id AND m.role = 'student')::int AS students,
       jsonb_build_object('code', x.code IS NOT NULL, 'networks', coalesce(cardinality(x.networks), 0) > 0,
         'safeBrowser', coalesce(x.safe_browser, false)) AS access,
       coalesce((SELECT CASE WHEN bool_or(${triedAsItIs}) THEN 'now' ELSE 'before' END FROM exam t
         WHERE t.trial_of = e.id AND EXISTS (SELECT FROM attempt a WHERE a.exam_id = t.id AND a.state = 'closed')
         HAVING count(*) > 0), 'never') AS tried,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', q.slug, 'title', coalesce(c.title, v.title, q.slug),
           'points', c.points, 'archived', b.archived_at IS NOT NULL, 'standing', c.standing, 'version', c.version,
           'problems', coalesce(c.problems, 0)) ORDER BY q.position), '[]')
         FROM exam_question q LEFT JOIN question_version v ON v.id = q.question_version_id
         LEFT JOIN question b ON b.slug = q.slug LEFT JOIN question_card c ON c.question_id = b.id
         WHERE q.exam_id = e.id) AS known
     FROM exam e LEFT JOIN exam_access x ON x.exam_id = e.id WHERE e.id = $1`,
    [examId],
  )
  return row
}

function standingOf(known: Known, usable: ReadonlySet<string>): BankFacts['standing'] {
  if (known.archived) return 'archived'
  if (!usable.has(known.slug)) return 'absent'
  if (known.standing === null) return 'unread'
  if (known.standing === 'draft') return 'draft'
  return known.problems > 0 ? 'unreadable' : 'usable'
}

/** All that the checklist of an exam goes by. */
export async function planFacts(examId: string, run: Query = query): Promise<PlanFacts> {
  const [{ plan }, around, audited] = [
    await readPlan(examId, run),
    await readAround(run, examId),
    await auditedVersions(),
  ]
  if (!around) throw new Error(`There is no exam ${examId}.`)
  const { courseId, known, ...facts } = around
  const slugs = known.map(({ slug }) => slug)
  const usable = await usableSlugs(run, courseId, slugs)
  const questions = known.map((one): BankFacts => {
    const audit = audited.get(one.slug)
    const outdated = audit !== undefined && one.version !== null && audit.version !== one.version
    return {
      slug: one.slug,
      title: one.title,
      points: one.points,
      standing: standingOf(one, usable),
      audit: !audit ? 'never' : outdated ? 'outdated' : audit.sound ? 'sound' : 'unsound',
    }
  })
  return { ...facts, plan, questions }
}
