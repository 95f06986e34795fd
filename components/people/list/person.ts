/** Somebody of a course, as the list shows them. */
export interface Person {
  personId: string
  name: string
  email: string
  role: 'student' | 'ta' | 'instructor'
  ahead: boolean
  local: boolean
  rosterName: string | null
  rosterEmail: string | null
  number: string | null
  group: string | null
  percent: number
  extraMinutes: number
  invited: {
    way: 'mail' | 'code'
    at: string
    over: boolean
    mail: 'sent' | 'waiting' | 'failed' | null
    problem: string | null
  } | null
}

/** Which people are shown: by what was typed, by what they are, by their group. */
export interface Choice {
  text: string
  who: 'everybody' | 'students' | 'staff' | 'ahead'
  group: string
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const fits: Record<Choice['who'], (person: Person) => boolean> = {
  everybody: () => true,
  students: ({ role }) => role === 'student',
  staff: ({ role }) => role !== 'student',
  ahead: ({ ahead }) => ahead,
}

/** Every word that was typed must stand somewhere of a person; accents and case do not matter. */
export function chosen(people: readonly Person[], { text, who, group }: Choice): Person[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return people.filter((person) => {
    if (!fits[who](person) || (group !== '' && person.group !== group)) return false
    const { name, email, rosterName, rosterEmail, number, group: own } = person
    const all = plain([name, email, rosterName, rosterEmail, number, own].filter(Boolean).join(' '))
    return words.every((word) => all.includes(word))
  })
}

export function groupsOf(people: readonly Person[]): string[] {
  const groups = new Set(people.flatMap(({ group }) => (group === null ? [] : [group])))
  return [...groups].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
}
