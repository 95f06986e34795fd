'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'
import { Field } from '../../site/field.tsx'
import { Outcome } from '../../staff/running/outcome.tsx'
import { useAct } from '../../staff/running/use-act.ts'
import { PasswordCode } from './password-code.tsx'
import type { Person } from './person.ts'
import { RoleSelect } from './role-select.tsx'

/** Role, number and group of somebody, and the way off the list. */
export function PersonForm(props: {
  courseId: string
  person: Person
  groups: readonly string[]
  zone: string
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
    <Field id={`${id}-${field}`} name={label}>
      <input
        id={`${id}-${field}`}
        className="ruled w-40"
        list={list}
        maxLength={80}
        value={typed[field]}
        onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
      />
    </Field>
  )
  return (
    <form
      onSubmit={save}
      aria-label={t('people.changing', { name })}
      className="interface flex flex-wrap items-end gap-x-5 gap-y-3 border-l-2 border-line pl-4"
    >
      <RoleSelect id={`${id}-role`} value={typed.role} onChange={(role) => setTyped({ ...typed, role })} />
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
      {person.local ? <PasswordCode path={`${path}/password`} name={name} zone={props.zone} /> : null}
      <span className="basis-full">
        <Outcome message={message} />
      </span>
    </form>
  )
}
