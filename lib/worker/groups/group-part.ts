import { setTimeout as wait } from 'node:timers/promises'
import { query } from '../../db/query.ts'
import { freshness } from '../../review/groups/freshness.ts'
import { storeGroups } from '../../review/groups/store-groups.ts'
import { definitionOf } from '../load-submissions.ts'
import { groupsOf } from './in-thread.ts'
import { loadAnswers } from './load-answers.ts'
import type { FormulaScopeOfField } from './same-formulas.ts'

/** So long who asks waits for the groups; then they are told that they are being made. */
const patience = 1_500

/** Makes and stores the groups of a part from the gradings that there are now. */
export async function groupPart(examQuestionId: string, field: string): Promise<void> {
  const { digest } = await freshness(query, examQuestionId, field)
  const { answers, versions } = await loadAnswers(examQuestionId, field)
  const started = performance.now()
  const groups = await groupsOf({ answers, formulas: await formulasOf(versions, field) })
  const milliseconds = Math.round(performance.now() - started)
  await storeGroups({ examQuestionId, field, digest, milliseconds, groups })
}

/** What formulas of a part are compared over; null where it takes none. */
async function formulasOf([version]: readonly string[], field: string): Promise<FormulaScopeOfField | null> {
  if (!version) return null
  const name = field.slice(field.indexOf('.') + 1)
  const [asked] = await query<{ kind: string }>(
    `SELECT a->>'kind' AS kind FROM question_version v CROSS JOIN LATERAL jsonb_array_elements(v.definition->'answers') a
     WHERE v.id = $1 AND a->>'name' = $2`,
    [version, name],
  )
  if (asked?.kind !== 'formula') return null
  const { answers } = await definitionOf(version)
  const found = answers.find((candidate) => candidate.name === name)
  return found?.kind === 'formula' ? { name, symbols: found.symbols, target: found.target } : null
}

const running = new Map<string, Promise<void>>()

/**
 * Makes the groups of a part, once at a time: who asks meanwhile joins. Whether they are there already; if not, they
 * will be, and it may be asked again.
 */
export async function groupSoon(examQuestionId: string, field: string): Promise<{ done: boolean }> {
  const part = `${examQuestionId}/${field}`
  const known = running.get(part)
  const made = known ?? groupPart(examQuestionId, field)
  if (!known) {
    running.set(part, made)
    const ended = () => running.delete(part)
    made.then(ended, ended)
  }
  const end = new AbortController()
  try {
    return await Promise.race([
      made.then(() => ({ done: true })),
      wait(patience, { done: false }, { signal: end.signal }),
    ])
  } finally {
    end.abort()
    // a failure after somebody stopped waiting is that of the next one who asks
    made.catch(() => {})
  }
}
