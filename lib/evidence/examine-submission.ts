import { submissionDigest } from './canonical.ts'
import type { Evidence, StoredAnswer, StoredSave, StoredSubmission } from './evidence.ts'
import type { Amiss, Finding } from './finding.ts'
import { linksOf } from './links.ts'

const newer = (a: StoredSave, b: StoredSave) =>
  a.epoch === b.epoch
    ? a.revision === b.revision
      ? Number(a.id) < Number(b.id)
      : a.revision > b.revision
    : a.epoch > b.epoch

/** The save that counts for each field up to a place in the chain, among those that came in time or among all. */
function winners(events: readonly StoredSave[], upTo: number, late = false): Map<string, StoredSave> {
  const best = new Map<string, StoredSave>()
  for (const event of events) {
    if ((event.late && !late) || (event.seq ?? 0) > upTo) continue
    const before = best.get(event.field)
    if (!before || newer(event, before)) best.set(event.field, event)
  }
  return best
}

/** Compares drafts and what was handed in with the saves that they are made of. */
export function examineAnswers(evidence: Evidence): Finding[] {
  const { attemptId, events, responses, submissions } = evidence
  const findings: Finding[] = []
  const find = (amiss: Amiss, event: StoredSave | null, says: string) =>
    findings.push({ attemptId, eventId: event?.id ?? null, seq: event?.seq ?? null, amiss, says })
  const links = linksOf(evidence)
  const byId = new Map(events.map((event) => [event.id, event]))

  // opening an attempt again takes what had come late into the draft
  const reopened = submissions.some(({ former }) => former)
  const closed = submissions.find(({ former }) => !former)
  compare(responses, Number.POSITIVE_INFINITY, closed?.chainLength ?? Number.POSITIVE_INFINITY, reopened, 'draft', '')
  for (const [k, submission] of submissions.entries()) {
    const length = submission.chainLength ?? 0
    compare(submission.answers, length, length, k > 0, 'submission', '#')
    if (submissionDigest(attemptId, submission.answers) !== submission.digest)
      find('changed', null, `submission ${submission.id}: its digest is not that of its answers`)
    examineHead(submission)
  }
  return findings

  function compare(
    answers: readonly StoredAnswer[],
    upTo: number,
    lateUpTo: number,
    merged: boolean,
    where: string,
    without: string,
  ) {
    const right = winners(events, upTo)
    const withLate = merged ? winners(events, lateUpTo, true) : right
    for (const answer of answers) {
      const event = byId.get(answer.saveEventId)
      const late = withLate.get(answer.field)
      const due = late?.id === event?.id ? late : right.get(answer.field)
      if (!event) find('deleted', null, `${where}: the event ${answer.saveEventId} of ${answer.field} is gone`)
      else if (event.id !== due?.id) find('changed', event, `${where}: ${answer.field} is not its newest save`)
      else if (answer.value !== event.value || answer.epoch !== event.epoch || answer.revision !== event.revision)
        find('changed', event, `${where}: ${answer.field} is not what was saved`)
    }
    const fields = new Set(answers.map((answer) => answer.field))
    for (const [field, event] of right)
      if (!fields.has(field) && !(without && field.includes(without)))
        find('deleted', event, `${where}: ${field} is missing`)
  }

  function examineHead({ id, chainLength, chainHead }: StoredSubmission) {
    if (chainLength === null || (chainLength === 0 && chainHead === null)) return
    const last = links.find((link) => link.seq === chainLength)
    if (!last) find('truncated', null, `submission ${id} was made at place ${chainLength}, where there is no event`)
    else if (last.hash !== chainHead)
      findings.push({
        attemptId,
        eventId: last.eventId,
        seq: chainLength,
        amiss: 'rewritten',
        says: `submission ${id}: the chain at place ${chainLength} is not the one that was frozen`,
      })
  }
}
