'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'
import { Outcome } from '../../staff/running/outcome.tsx'
import { useAct } from '../../staff/running/use-act.ts'
import type { Person } from './person.ts'

const roles = ['student', 'ta', 'instructor'] as const

/** Role, number and group of somebody, and the way off the list. */
export function PersonForm(props: {
  courseId: string
  person: Person
  groups: readonly string[]
  onClose: () => void
}) {
  const { person, onClose } = props
  const { name } = person
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const { busy, message, act } = useAct(async () => router.refresh())
  const [typed, setTyped] = useState({ role: person.role, number: person.number ?? '', group: person.group ?? '' })
  const [asking, setAsking] = useState(false)
  const path = `/api/staff/v1/courses/${props.courseId}/people/${person.personId}`
  const changed =
    typed.role !== person.role || typed.number !== (person.number ?? '') || typed.group !== (person.group ?? '')

  async function save(event: FormEvent) {
    event.preventDefault()
    if (await act(path, typed, () => t('people.saved'))) onClose()
  }
  const text = (field: 'number' | 'group', label: string, list?: string) => (
    <label className="flex flex-col gap-1" htmlFor={`${id}-${field}`}>
      <span className="eyebrow">{label}</span>
      <input
        id={`${id}-${field}`}
        className="ruled w-40"
        list={list}
        maxLength={80}
        value={typed[field]}
        onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
      />
    </label>
  )
  return (
    <form
      onSubmit={save}
      aria-label={t('people.changing', { name })}
      className="interface flex flex-wrap items-end gap-x-5 gap-y-3 border-l-2 border-line pl-4"
    >
      <label className="flex flex-col gap-1" htmlFor={`${id}-role`}>
        <span className="eyebrow">{t('people.role')}</span>
        <select
          id={`${id}-role`}
          className="ruled"
          value={typed.role}
          onChange={(event) => setTyped({ ...typed, role: event.target.value as Person['role'] })}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {t('people.roleIs', { role })}
            </option>
          ))}
        </select>
      </label>
      {text('number', t('people.number'))}
      {text('group', t('people.group'), `${id}-groups`)}
      <datalist id={`${id}-groups`}>
        {props.groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
      <button type="submit" className={primary} disabled={busy || !changed}>
        {t('people.save')}
      </button>
      <button type="button" className={secondary} onClick={onClose}>
        {t('people.cancel')}
      </button>
      {asking ? (
        <span className="flex basis-full flex-wrap items-center gap-3">
          {t('people.removeSure', { name })}
          <button
            type="button"
            className={secondary}
            disabled={busy}
            onClick={() => void act(`${path}/remove`, {}, () => '')}
          >
            {t('people.removeYes')}
          </button>
        </span>
      ) : (
        <button type="button" className={`${secondary} text-wrong`} onClick={() => setAsking(true)}>
          {t('people.remove')}
        </button>
      )}
      <span className="basis-full">
        <Outcome message={message} />
      </span>
    </form>
  )
}
