import { mostBytes } from '../../../../../../lib/exchange/exchange-requests.ts'
import { readImport } from '../../../../../../lib/exchange/read-import.ts'
import { receiving } from '../../../../../../lib/http/route.ts'

export const PUT = receiving({ most: mostBytes }, ({ principal, request, bytes }) =>
  readImport(principal, Object.fromEntries(new URL(request.url).searchParams) as { format: 'auto' }, bytes),
)
