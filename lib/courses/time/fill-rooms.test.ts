import { expect, test } from 'vitest'
import { fillRooms } from './fill-rooms.ts'

const students = [...'abcde'].map((name) => ({ personId: `id-${name}`, name }))
const where = (sizes: [string, number][], taken: [string, number][] = []) => {
  const { seats, rooms, without } = fillRooms(
    students,
    sizes.map(([room, n]) => ({ room, seats: n })),
    new Map(taken),
  )
  return {
    seats: seats.map(({ personId, room }) => `${personId.slice(3)}${room}`).join(' '),
    rooms: rooms.map(({ room, students, first, last }) => `${room} ${students} ${first}-${last}`),
    without,
  }
}

test('rooms are filled one after the other, neighbours in one room', () => {
  expect(
    where([
      ['H', 3],
      ['K', 9],
      ['L', 5],
    ]),
  ).toEqual({
    seats: 'aH bH cH dK eK',
    rooms: ['H 3 a-c', 'K 2 d-e', 'L 0 null-null'],
    without: 0,
  })
})

test('seats that are taken are not given again, and who has none is counted', () => {
  expect(
    where(
      [
        ['H', 3],
        ['K', 2],
      ],
      [
        ['H', 2],
        ['K', 4],
      ],
    ),
  ).toEqual({
    seats: 'aH',
    rooms: ['H 3 a-a', 'K 4 null-null'],
    without: 4,
  })
})
