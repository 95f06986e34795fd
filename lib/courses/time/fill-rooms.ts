interface RoomSize {
  room: string
  seats: number
}

export interface FilledRoom {
  room: string
  /** who sits there now, those of before included */
  students: number
  /** who came in now: the first and the last of them */
  first: string | null
  last: string | null
}

interface Seated {
  seats: { personId: string; room: string }[]
  rooms: FilledRoom[]
  /** for whom there is no seat */
  without: number
}

/**
 * Fills rooms one after the other, in the order they are given in, with students in theirs: neighbours in the list sit in
 * one room. `taken`: seats that are not free any more.
 */
export function fillRooms(
  students: readonly { personId: string; name: string }[],
  sizes: readonly RoomSize[],
  taken: ReadonlyMap<string, number>,
): Seated {
  let next = 0
  const seats: Seated['seats'] = []
  const rooms = sizes.map(({ room, seats: size }): FilledRoom => {
    const before = taken.get(room) ?? 0
    const coming = students.slice(next, next + Math.max(0, size - before))
    next += coming.length
    seats.push(...coming.map(({ personId }) => ({ personId, room })))
    return {
      room,
      students: before + coming.length,
      first: coming[0]?.name ?? null,
      last: coming.at(-1)?.name ?? null,
    }
  })
  return { seats, rooms, without: students.length - next }
}
