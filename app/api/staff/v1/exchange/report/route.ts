import { exportReport } from '../../../../../../lib/exchange/write-export.ts'
import { reading } from '../../../../../../lib/http/route.ts'

export const GET = reading({}, ({ principal, request }) =>
  exportReport(principal, Object.fromEntries(new URL(request.url).searchParams) as { format: 'qti'; slugs: string }),
)
