import { examParams } from '../../../../../../../../lib/attempts/input.ts'
import { fillRoomsBody, seatByRooms } from '../../../../../../../../lib/courses/time/seat-by-rooms.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'

export const POST = mutation({ params: examParams, body: fillRoomsBody }, ({ principal, params, body }) =>
  seatByRooms(principal, params.examId, body),
)
