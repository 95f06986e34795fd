/** The time of a student in an exam. */
export interface StudentTime {
  personId: string
  name: string
  email: string
  percent: number
  extraMinutes: number
  room: string | null
  reason: string
}

/** A row as it is typed. */
export interface TypedTime {
  percent: string
  extraMinutes: string
  room: string
  reason: string
}

export const typedFrom = (student: StudentTime): TypedTime => ({
  percent: String(student.percent),
  extraMinutes: String(student.extraMinutes),
  room: student.room ?? '',
  reason: student.reason,
})

function whole(text: string, least: number, most: number): number | null {
  const n = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN
  return n >= least && n <= most ? n : null
}

export const percentIn = (typed: TypedTime) => whole(typed.percent, 100, 1000)
export const extraIn = (typed: TypedTime) => whole(typed.extraMinutes, 0, 10_080)

/** What is to be saved: the rows that differ; and how many of them hold a number that cannot be. */
export function changesIn(students: readonly StudentTime[], typed: Readonly<Record<string, TypedTime>>) {
  let wrong = 0
  const changes = students.flatMap((student) => {
    const row = typed[student.personId]
    if (!row || JSON.stringify(row) === JSON.stringify(typedFrom(student))) return []
    const percent = percentIn(row)
    const extraMinutes = extraIn(row)
    if (percent === null || extraMinutes === null) {
      wrong += Number(percent === null) + Number(extraMinutes === null)
      return []
    }
    return [{ personId: student.personId, percent, extraMinutes, room: row.room.trim(), reason: row.reason.trim() }]
  })
  return { changes, wrong }
}
