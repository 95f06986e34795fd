'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { typed } from '../../paper/typed.ts'
import { quiet } from '../../site/buttons.ts'
import { printTime } from '../../site/times.ts'
import { RowHead } from '../../staff/row-head.tsx'
import type { Person } from './person.ts'
import { PersonForm } from './person-form.tsx'

/** Somebody's row; what can be changed of it opens below. */
export function PersonRow(props: { courseId: string; person: Person; zone: string; groups: readonly string[] }) {
  const { person, zone } = props
  const { t } = useMessages()
  const [open, setOpen] = useState(false)
  const { name, rosterName, percent, extraMinutes } = person
  const time = [
    ...(percent === 100 ? [] : [t('people.moreTime', { percent })]),
    ...(extraMinutes === 0 ? [] : [t('people.moreMinutes', { minutes: extraMinutes })]),
  ].join(', ')
  return (
    <>
      <tr className={`align-baseline ${open ? '' : 'border-b border-rule'}`}>
        <RowHead name={name} email={person.email} />
        <td className={`px-3 py-2.5 ${typed}`}>{person.number}</td>
        <td className={`px-3 py-2.5 ${typed}`}>{person.group}</td>
        <td className="px-3 py-2.5">
          {t('people.roleIs', { role: person.role })}
          {time === '' ? null : <span className="block text-fine text-soft">{time}</span>}
        </td>
        <td className="px-3 py-2.5">
          <Account person={person} zone={zone} />
          {rosterName !== null && rosterName !== name ? (
            <span className={`block text-fine text-soft ${typed}`}>{t('people.onList', { name: rosterName })}</span>
          ) : null}
        </td>
        <td className="py-2.5 text-right">
          <button
            type="button"
            className={quiet}
            aria-label={t('people.changeOf', { name })}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t('people.change')}
          </button>
        </td>
      </tr>
      {open ? (
        <tr className="border-b border-rule">
          <td colSpan={6} className="pb-5">
            {/* as wide as what is seen of the table, not as the table: on a phone nothing of it is out of sight */}
            <div className="sticky left-0 w-[100cqw]">
              <PersonForm {...props} onClose={() => setOpen(false)} />
            </div>
          </td>
        </tr>
      ) : null}
    </>
  )
}

function Account({ person, zone }: { person: Person; zone: string }) {
  const { t, locale } = useMessages()
  const { ahead, invited } = person
  const told = invited && {
    way: invited.way,
    mail: invited.mail ?? 'sent',
    at: printTime(invited.at, locale, zone),
    problem: invited.problem ?? '',
  }
  return (
    <>
      <span className={ahead ? 'text-caution' : 'text-soft'}>{t(ahead ? 'people.isAhead' : 'people.hasAccount')}</span>
      {invited && told ? (
        <span className={`block text-fine ${invited.mail === 'failed' ? 'text-wrong' : 'text-soft'}`}>
          {invited.over ? t('people.invitationOver') : t('people.invitedBy', told)}
        </span>
      ) : null}
    </>
  )
}
