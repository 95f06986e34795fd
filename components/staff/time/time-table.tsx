'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import { RowHead } from '../row-head.tsx'
import { FindStudent, many } from '../running/find-student.tsx'
import { Outcome } from '../running/outcome.tsx'
import { found } from '../running/running.ts'
import { StudentsTable } from '../running/students-table.tsx'
import { useAct } from '../running/use-act.ts'
import { changesIn, extraIn, percentIn, type StudentTime, type TypedTime, typedFrom } from './changes.ts'

const columns = ['running.student', 'running.percent', 'running.extra', 'running.room', 'running.reason'] as const

/** Everybody's time and room in one table; what was changed is saved together. A whole course has no rooms. */
export function TimeTable(props: {
  /** where changes are sent */
  path: string
  students: readonly StudentTime[]
  mayChange: boolean
  rooms?: boolean
}) {
  const { students, path, rooms = true } = props
  const { t } = useMessages()
  const router = useRouter()
  const { busy, message, act } = useAct(async () => router.refresh())
  const [edited, setEdited] = useState<Record<string, TypedTime>>({})
  const { changes, wrong } = changesIn(students, edited)
  const [text, setText] = useState('')
  const shown = found(students, text)

  async function save(event: FormEvent) {
    event.preventDefault()
    const sent = rooms ? changes : changes.map(({ room: _, ...change }) => change)
    await act(path, { students: sent }, () => t('running.savedAll'))
  }

  if (students.length === 0) return <p>{t('running.nobody')}</p>
  return (
    <>
      {students.length < many ? null : (
        <FindStudent text={text} onText={setText} shown={shown.length} all={students.length} />
      )}
      <form onSubmit={save} noValidate>
        <StudentsTable columns={columns.filter((name) => rooms || name !== 'running.room').map((name) => t(name))}>
          {shown.map((student) => (
            <Row
              key={student.personId}
              student={student}
              typed={edited[student.personId] ?? typedFrom(student)}
              disabled={!props.mayChange}
              rooms={rooms}
              onType={(row) => setEdited({ ...edited, [student.personId]: row })}
            />
          ))}
        </StudentsTable>
        {props.mayChange ? (
          <p className="sticky bottom-0 z-20 flex flex-wrap items-center gap-4 border-t border-rule bg-paper py-4">
            <button type="submit" className={primary} disabled={busy || wrong > 0 || changes.length === 0}>
              {t('running.save', { n: changes.length })}
            </button>
            {wrong > 0 ? <span className="interface text-wrong">{t('running.fixFirst', { n: wrong })}</span> : null}
            <Outcome message={message} />
          </p>
        ) : null}
      </form>
    </>
  )
}

function Row(props: {
  student: StudentTime
  typed: TypedTime
  disabled: boolean
  rooms: boolean
  onType: (row: TypedTime) => void
}) {
  const { student, typed, disabled, onType } = props
  const { t } = useMessages()
  const { name } = student
  const error = (id: string, text: string) => (
    <span id={id} className="block text-fine text-wrong">
      {text}
    </span>
  )
  const percentId = `percent-${student.personId}`
  const extraId = `extra-${student.personId}`
  const badPercent = percentIn(typed) === null
  const badExtra = extraIn(typed) === null
  return (
    <tr className="border-b border-rule align-baseline">
      <RowHead name={name} email={student.email} />
      <td className="px-3 py-2">
        <input
          aria-label={t('running.percentOf', { name })}
          inputMode="numeric"
          className="ruled w-20"
          disabled={disabled}
          aria-invalid={badPercent}
          aria-describedby={badPercent ? percentId : undefined}
          value={typed.percent}
          onChange={(event) => onType({ ...typed, percent: event.target.value })}
        />
        {badPercent ? error(percentId, t('running.badPercent')) : null}
      </td>
      <td className="px-3 py-2">
        <input
          aria-label={t('running.extraOf', { name })}
          inputMode="numeric"
          className="ruled w-20"
          disabled={disabled}
          aria-invalid={badExtra}
          aria-describedby={badExtra ? extraId : undefined}
          value={typed.extraMinutes}
          onChange={(event) => onType({ ...typed, extraMinutes: event.target.value })}
        />
        {badExtra ? error(extraId, t('running.badExtra')) : null}
      </td>
      {props.rooms ? (
        <td className="px-3 py-2">
          <input
            aria-label={t('running.roomOf', { name })}
            className="ruled w-32"
            maxLength={80}
            disabled={disabled}
            value={typed.room}
            onChange={(event) => onType({ ...typed, room: event.target.value })}
          />
        </td>
      ) : null}
      <td className="px-3 py-2">
        <input
          aria-label={t('running.reasonOf', { name })}
          className="ruled w-full min-w-40"
          maxLength={1000}
          disabled={disabled}
          value={typed.reason}
          onChange={(event) => onType({ ...typed, reason: event.target.value })}
        />
      </td>
    </tr>
  )
}
