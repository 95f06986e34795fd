import type { Translate } from '../../messages/catalogue.ts'
import { typed } from '../../paper/typed.ts'

interface Slip {
  personId: string
  name: string
  email: string
  number: string | null
  group: string | null
  code: string | null
}

/** Codes to be cut out, one a person. */
export function CodeSlips(props: {
  course: string
  people: readonly Slip[]
  joinAt: string
  until: (person: Slip) => string
  t: Translate
}) {
  const { t } = props
  const slips = props.people.filter(({ code }) => code !== null)
  if (slips.length === 0) return null
  return (
    <ul className="interface mt-8 grid gap-4 sm:grid-cols-2 print:mt-0 print:grid-cols-2 print:gap-0">
      {slips.map((person) => (
        <li key={person.personId} className="break-inside-avoid border border-dashed border-line p-4">
          <span className={`block font-semibold ${typed}`}>{person.name}</span>
          <span className="block text-fine text-soft wrap-anywhere">
            {[person.email, person.number, person.group].filter(Boolean).join(' · ')}
          </span>
          <span className="mt-2 block text-fine wrap-anywhere">{props.course}</span>
          <span className="block text-fine wrap-anywhere">{t('people.joinAt', { address: props.joinAt })}</span>
          <span className="mt-1 block font-mono text-lead">
            <span className="sr-only">{t('people.codeOf', { name: person.name })}</span> {person.code}
          </span>
          <span className="block text-fine text-soft">{props.until(person)}</span>
        </li>
      ))}
    </ul>
  )
}
