'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { Field } from '../../site/field.tsx'
import { Outcome } from '../../staff/running/outcome.tsx'
import { sendJson } from '../../staff/send-json.ts'
import type { Preview } from '../import/preview.ts'
import type { Person } from './person.ts'
import { RoleSelect } from './role-select.tsx'

const empty = { email: '', name: '', number: '', group: '', role: 'student' as Person['role'] }

/** One person by hand: a list of one row, imported like every other. */
export function AddPerson({ courseId }: { courseId: string }) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [typed, setTyped] = useState(empty)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<{ ok: boolean; text: string } | null>(null)

  async function add(): Promise<{ ok: boolean; text: string }> {
    const { group, ...others } = typed
    const rows = [{ line: 1, ...others, ...(group === '' ? {} : { group }) }]
    const path = `/api/staff/v1/courses/${courseId}/roster`
    const looked = await sendJson(`${path}/preview`, { rows })
    if (!looked.ok) return { ok: false, text: looked.message ?? t('staff.unreachable') }
    const { mark, rows: [row] = [] } = looked.body as Preview
    if (!row || row.does === 'error') return { ok: false, text: row?.problem ?? '' }
    const sent = await sendJson(path, { rows, mark, remove: [] })
    if (!sent.ok) return { ok: false, text: sent.message ?? t('staff.unreachable') }
    router.refresh()
    setTyped({ ...empty, group, role: typed.role })
    return { ok: true, text: t('people.added', { does: row.does, name: row.name }) }
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setMessage(null)
    setMessage(await add())
    setBusy(false)
  }
  const text = (name: 'email' | 'name' | 'number' | 'group', label: string, width: string) => (
    <Field id={`${id}-${name}`} name={label} className="max-w-full">
      <input
        id={`${id}-${name}`}
        className={`ruled max-w-full ${width}`}
        required={name === 'email'}
        maxLength={200}
        autoComplete="off"
        value={typed[name]}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      />
    </Field>
  )
  return (
    <>
      <p className="interface mb-4 max-w-measure text-soft">{t('people.addLead')}</p>
      <form onSubmit={submit} className="interface flex flex-wrap items-end gap-x-5 gap-y-3">
        {text('email', t('people.email'), 'w-64')}
        {text('name', t('people.name'), 'w-56')}
        {text('number', t('people.number'), 'w-36')}
        {text('group', t('people.group'), 'w-32')}
        <RoleSelect id={`${id}-role`} value={typed.role} onChange={(role) => setTyped({ ...typed, role })} />
        <button type="submit" className={secondary} disabled={busy}>
          {t('people.addOne')}
        </button>
        <span className="basis-full">
          <Outcome message={message} />
        </span>
      </form>
    </>
  )
}
