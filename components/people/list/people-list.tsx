'use client'
import { useDeferredValue, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { Scrolling } from '../../staff/scrolling.tsx'
import { type Choice, chosen, groupsOf, type Person } from './person.ts'
import { PersonRow } from './person-row.tsx'

/** So many rows are drawn at once: a browser is slow with thousands. */
const page = 100

const columns = ['people.person', 'people.number', 'people.group', 'people.role', 'people.state'] as const

/** The people of a course: looked for, and changed one by one. */
export function PeopleList(props: { courseId: string; people: readonly Person[]; zone: string }) {
  const { courseId, people, zone } = props
  const { t } = useMessages()
  const [choice, setChoice] = useState<Choice>({ text: '', who: 'everybody', group: '' })
  const [most, setMost] = useState(page)
  const found = chosen(people, useDeferredValue(choice))
  const groups = groupsOf(people)
  const narrow = (change: Partial<Choice>) => {
    setChoice({ ...choice, ...change })
    setMost(page)
  }
  return (
    <>
      <div className="interface mb-4 flex flex-wrap items-end gap-x-5 gap-y-3">
        <input
          type="search"
          className="ruled w-80 max-w-full"
          aria-label={t('people.find')}
          placeholder={t('people.find')}
          value={choice.text}
          onChange={(event) => narrow({ text: event.target.value })}
        />
        <select
          className="ruled"
          aria-label={t('people.show')}
          value={choice.who}
          onChange={(event) => narrow({ who: event.target.value as Choice['who'] })}
        >
          <option value="everybody">{t('people.everybody')}</option>
          <option value="students">{t('people.students')}</option>
          <option value="staff">{t('people.staff')}</option>
          <option value="ahead">{t('people.onlyAhead')}</option>
        </select>
        {groups.length > 0 ? (
          <select
            className="ruled max-w-48"
            aria-label={t('people.group')}
            value={choice.group}
            onChange={(event) => narrow({ group: event.target.value })}
          >
            <option value="">{t('people.anyGroup')}</option>
            {groups.map((group) => (
              <option key={group} value={group}>
                {t('people.inGroup', { group })}
              </option>
            ))}
          </select>
        ) : null}
        <span role="status" className="text-soft">
          {t('people.shown', { n: found.length, all: people.length })}
        </span>
      </div>
      {found.length === 0 ? (
        <p className="text-soft">{t('people.nobodyFound')}</p>
      ) : (
        <div className="@container">
          <Scrolling name={t('people.list')}>
            <table className="interface w-full min-w-2xl border-collapse text-left">
              <caption className="sr-only">{t('people.list')}</caption>
              <thead>
                <tr className="border-b border-line">
                  {columns.map((name) => (
                    <th key={name} scope="col" className="eyebrow px-3 py-2 font-normal first:pl-0">
                      {t(name)}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {found.slice(0, most).map((person) => (
                  <PersonRow key={person.personId} courseId={courseId} person={person} zone={zone} groups={groups} />
                ))}
              </tbody>
            </table>
          </Scrolling>
        </div>
      )}
      {found.length > most ? (
        <p className="mt-4">
          <button type="button" className={secondary} onClick={() => setMost(most + 5 * page)}>
            {t('people.showMore', { n: Math.min(found.length - most, 5 * page) })}
          </button>
        </p>
      ) : null}
    </>
  )
}
