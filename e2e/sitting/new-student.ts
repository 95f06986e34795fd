import { changeRow } from './drawn.ts'

/** Enrols dora beside the demo students, with their password: an exam can be sat only once by each. */
export async function enrolDora(): Promise<void> {
  await changeRow(
    `insert into person (issuer, subject, name, email, password_hash)
     select issuer, 'dora@example.edu', 'Dora Okafor', 'dora@example.edu', password_hash
       from person where email = 'ada@example.edu'
     on conflict do nothing`,
    [],
  )
  await changeRow(
    `insert into membership (course_id, person_id, role)
     select m.course_id, dora.id, 'student'
       from membership m join person ada on ada.id = m.person_id and ada.email = 'ada@example.edu',
            person dora where dora.email = 'dora@example.edu'
     on conflict do nothing`,
    [],
  )
}
