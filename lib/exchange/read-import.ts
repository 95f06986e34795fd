import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { parse } from '../http/parse.ts'
import { askExchange } from './ask-exchange.ts'
import { foreignFormats, type ReadReport } from './report.ts'

export type { ReadReport } from './report.ts'

export const importQuery = z.strictObject({ format: z.enum(['auto', ...foreignFormats]).default('auto') })

/** Reads a foreign file and says what becomes of it. Nothing is stored. */
export async function readImport(
  principal: Principal | null,
  given: z.input<typeof importQuery>,
  bytes: () => Promise<Buffer>,
): Promise<ReadReport> {
  const { personId } = await requireStaffAnywhere(principal)
  const { format } = parse(importQuery, given)
  const file = await bytes()
  return askExchange<ReadReport, 'read'>(personId, 'read', { bytes: file.toString('base64'), format })
}
