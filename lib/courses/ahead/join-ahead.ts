import type { Query } from '../../db/query.ts'
import { aheadIssuer } from './ahead.ts'

/**
 * Gives an account the places in courses that wait for its address. Nothing happens while the address is not known to be
 * theirs. Returns how many.
 */
export async function joinByAddress(run: Query, personId: string): Promise<number> {
  const joined = await run(
    `SELECT join_ahead(f.id, p.id, 'address') FROM person p
     JOIN person f ON f.email = p.email AND f.issuer = $2 AND f.joined_as IS NULL
     WHERE p.id = $1 AND p.email_verified AND p.issuer <> $2
       AND EXISTS (SELECT FROM membership m WHERE m.person_id = f.id)`,
    [personId, aheadIssuer],
  )
  return joined.length
}

/** The same for one place, by a code that was handed over. */
export async function joinByCode(run: Query, aheadId: string, personId: string): Promise<void> {
  await run(`SELECT join_ahead($1, $2, 'code')`, [aheadId, personId])
}
