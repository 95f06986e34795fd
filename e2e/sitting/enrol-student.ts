import type { Person } from '../setup/people.ts'
import { changeRow } from './drawn.ts'

/** Enrols somebody beside the demo students, with their password: an exam can be sat only once by each. */
export async function enrolStudent(person: Person, name: string): Promise<void> {
  const email = `${person}@example.edu`
  await changeRow(
    `insert into person (issuer, subject, name, email, password_hash, email_verified)
     select issuer, $1, $2, $1, password_hash, true from person where email = 'ada@example.edu' on conflict do nothing`,
    [email, name],
  )
  await changeRow(
    `insert into membership (course_id, person_id, role)
     select m.course_id, new.id, 'student' from membership m join person ada on ada.id = m.person_id, person new
     where ada.email = 'ada@example.edu' and new.email = $1 on conflict do nothing`,
    [email],
  )
}
