import type { Labelled } from '../../grader/answers/field.ts'
import { pageOfKey } from '../../grader/answers/pages.ts'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { query } from '../db/query.ts'
import type { Value } from './value.ts'

/** Something that was saved and does not count: it came late, or lost to another device. */
export interface KeptSave {
  eventId: string
  field: string
  /** the device: raised with every takeover */
  epoch: number
  revision: number
  receivedAt: string
  late: boolean
  value: Value
  /** the newest of its field that might count, and nobody has decided */
  waits: boolean
  decision: { accepted: boolean; by: string | null; at: string; reason: string } | null
}

export interface FieldKept extends Labelled {
  field: string
  title: string
  /** what was frozen; undefined where nothing was */
  handedIn: Value | undefined
  /** what is graded now */
  counts: Value | undefined
  kept: KeptSave[]
}

interface Row extends KeptSave {
  newest: boolean
  newer: boolean
  differs: boolean
  frozen: { value: Value } | null
  counting: { value: Value } | null
}

/**
 * Of each field of a closed attempt the newest late save of every device, and the last value of a device that lost to
 * another one. What a person may want to see, not every keystroke: those are in the replay.
 */
async function rows(attemptId: string): Promise<Row[]> {
  return query<Row>(
    `SELECT e.id::text AS "eventId", e.field, e.epoch, e.revision, iso(e.received_at) AS "receivedAt", e.late, e.value,
       e.newest, coalesce((e.epoch, e.revision) > (c.epoch, c.revision), true) AS newer,
       e.value IS DISTINCT FROM c.value AS differs,
       (SELECT jsonb_build_object('value', f.value) FROM submission_answer f WHERE f.submission_id = s.id AND f.field = e.field) AS frozen,
       CASE WHEN c.field IS NOT NULL THEN jsonb_build_object('value', c.value) END AS counting,
       (SELECT jsonb_build_object('accepted', d.accepted, 'by', p.name, 'at', iso(d.created_at), 'reason', d.reason)
        FROM late_decision d LEFT JOIN person p ON p.id = d.person_id
        WHERE d.submission_id = s.id AND d.save_event_id = e.id ORDER BY d.id DESC LIMIT 1) AS decision
     FROM (
       SELECT v.*, row_number() OVER (PARTITION BY field, late ORDER BY epoch DESC, revision DESC, id) = 1 AND late AS newest,
         row_number() OVER (PARTITION BY field, epoch, late ORDER BY revision DESC, id) = 1 AS last,
         max(epoch) OVER (PARTITION BY field) AS latest_epoch
       FROM save_event v WHERE v.attempt_id = $1 AND v.field NOT LIKE '%#%') e
     JOIN submission s ON s.attempt_id = $1
     LEFT JOIN answer_that_counts c ON c.submission_id = s.id AND c.field = e.field
     WHERE e.last AND (e.late OR e.epoch < e.latest_epoch)
       AND (e.value IS DISTINCT FROM c.value OR EXISTS (SELECT FROM late_decision d WHERE d.submission_id = s.id AND d.save_event_id = e.id))
     ORDER BY e.field, e.late DESC, e.epoch DESC, e.revision DESC`,
    [attemptId],
  )
}

/** What of a closed attempt was kept without counting, field by field in the order of the paper, each with its pages. */
export async function keptContent(attemptId: string): Promise<FieldKept[]> {
  const papers = await query<{ paper: PaperQuestion }>(
    `SELECT v.paper FROM attempt_question aq JOIN exam_question q ON q.id = aq.exam_question_id
     JOIN variant v ON v.id = aq.variant_id WHERE aq.attempt_id = $1 ORDER BY coalesce(aq.place, q.position)`,
    [attemptId],
  )
  const byField = Map.groupBy(await rows(attemptId), (row) => row.field)
  const pages = Map.groupBy(byField.keys(), (key) => pageOfKey(key)?.field ?? '')
  return papers.flatMap(({ paper }) =>
    paper.fields
      .flatMap(({ name, label, labelNodes }) => {
        const own = `${paper.slug}.${name}`
        const named = { label, ...(labelNodes && { labelNodes }) }
        return [own, ...(pages.get(own) ?? [])].map((field) => ({ field, ...named }))
      })
      .flatMap(({ field, ...named }): FieldKept[] => {
        const found = byField.get(field) ?? []
        const [first] = found
        if (!first) return []
        const kept = found.map(({ newest, newer, differs, frozen: _f, counting: _c, ...save }) => ({
          ...save,
          waits: newest && newer && differs && !save.decision,
        }))
        return [
          { field, title: paper.title, ...named, handedIn: first.frozen?.value, counts: first.counting?.value, kept },
        ]
      }),
  )
}
