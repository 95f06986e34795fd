import { health } from '../../../lib/health/health.ts'
import { reading } from '../../../lib/http/route.ts'

export const dynamic = 'force-dynamic'

export const GET = reading({}, () => health())
