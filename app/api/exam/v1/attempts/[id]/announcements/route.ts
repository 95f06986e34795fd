import { attemptAnnouncements } from '../../../../../../../lib/attempts/attempt-announcements.ts'
import { attemptParams } from '../../../../../../../lib/attempts/input.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

export const GET = reading({ params: attemptParams }, ({ principal, params }) =>
  attemptAnnouncements(principal, params.id),
)
