import { z } from 'zod'
import { auditParams, type DeskWork, deskWork, fullAuditBody } from '../../authoring/desk-requests.ts'
import { parse } from '../../http/parse.ts'
import type { Desk } from './desk.ts'
import type { FullAudits } from './full-audits.ts'

/** Every request says for whom: the web server knows who may ask. */
const envelope = z.strictObject({ personId: z.uuid(), given: z.unknown() })

const isWork = (work: string): work is DeskWork => Object.hasOwn(deskWork, work)

/** What is asked at `/desk/…`; undefined where there is no such thing. */
export async function serveDesk(work: string, body: unknown, desk: Desk, audits: FullAudits): Promise<unknown> {
  const { personId, given } = parse(envelope, body)
  if (isWork(work)) return desk.ask(work, personId, given)
  if (work === 'audits') {
    const { source, slug } = parse(fullAuditBody, given)
    return audits.start(personId, source, slug)
  }
  if (work === 'audits-state') return audits.state(parse(auditParams, given).auditId)
  if (work === 'audits-stop') return audits.stop(parse(auditParams, given).auditId)
  return undefined
}
