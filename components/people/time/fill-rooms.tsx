'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet, secondary } from '../../site/buttons.ts'
import { Field } from '../../site/field.tsx'
import { Tick } from '../../site/tick.tsx'
import { sendJson } from '../../staff/send-json.ts'

const orders = ['name', 'number', 'group', 'chance'] as const

interface TypedRoom {
  /** of this form alone */
  key: number
  room: string
  seats: string
}

interface Filled {
  students: number
  rooms: { room: string; students: number; first: string | null; last: string | null }[]
}

/** Rooms with their seats, filled with the students of one exam one room after the other. */
export function FillRooms({ examId }: { examId: string }) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const made = useRef(1)
  const [typed, setTyped] = useState<TypedRoom[]>([{ key: 0, room: '', seats: '' }])
  const [order, setOrder] = useState<(typeof orders)[number]>('name')
  const [unseated, setUnseated] = useState(true)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [filled, setFilled] = useState<Filled | null>(null)
  const rooms = typed.filter(({ room, seats }) => room.trim() !== '' && seats.trim() !== '')
  const type = (key: number, change: Partial<TypedRoom>) =>
    setTyped(typed.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const add = () => setTyped([...typed, { key: made.current++, room: '', seats: '' }])

  async function fill(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    setFilled(null)
    const body = { rooms: rooms.map(({ room, seats }) => ({ room, seats: Number(seats) })), order, unseated }
    const sent = await sendJson(`/api/staff/v1/exams/${examId}/rooms/fill`, body)
    setBusy(false)
    if (!sent.ok) return setProblem(sent.message ?? t('staff.unreachable'))
    setFilled(sent.body as Filled)
    router.refresh()
  }
  return (
    <form onSubmit={fill} className="interface flex flex-col gap-4">
      <p className="max-w-measure text-soft">{t('people.fillLead')}</p>
      <ol className="flex flex-col gap-3">
        {typed.map(({ key, room, seats }, k) => (
          <li key={key} className="flex flex-wrap items-end gap-x-4 gap-y-2">
            <Field id={`${id}-room-${key}`} name={t('people.roomN', { n: k + 1 })}>
              <input
                id={`${id}-room-${key}`}
                className="ruled w-48 max-w-full"
                maxLength={80}
                value={room}
                onChange={(event) => type(key, { room: event.target.value })}
              />
            </Field>
            <Field id={`${id}-seats-${key}`} name={t('people.seats')}>
              <input
                id={`${id}-seats-${key}`}
                type="number"
                min={1}
                max={10_000}
                className="ruled w-24"
                value={seats}
                onChange={(event) => type(key, { seats: event.target.value })}
              />
            </Field>
            {typed.length > 1 ? (
              <button
                type="button"
                className={quiet}
                aria-label={t('people.roomAway', { n: k + 1 })}
                onClick={() => setTyped(typed.filter((one) => one.key !== key))}
              >
                ×
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      <p>
        <button type="button" className={quiet} onClick={add}>
          {t('people.roomAdd')}
        </button>
      </p>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Field id={`${id}-order`} name={t('people.fillOrder')}>
          <select
            id={`${id}-order`}
            className="ruled"
            value={order}
            onChange={(event) => setOrder(event.target.value as typeof order)}
          >
            {orders.map((one) => (
              <option key={one} value={one}>
                {t('people.fillBy', { order: one })}
              </option>
            ))}
          </select>
        </Field>
        <Tick checked={unseated} onChange={setUnseated}>
          {t('people.fillUnseated')}
        </Tick>
      </div>
      <p>
        <button type="submit" className={secondary} disabled={busy || rooms.length === 0}>
          {t('people.fill')}
        </button>
      </p>
      <div role="status" className={problem === null ? '' : 'text-wrong'}>
        {problem}
        {filled ? <Outcome filled={filled} /> : null}
      </div>
    </form>
  )
}

function Outcome({ filled }: { filled: Filled }) {
  const { t } = useMessages()
  return (
    <>
      <p>{t('people.seated', { n: filled.students })}</p>
      <ul className="mt-1 text-soft">
        {filled.rooms.map(({ room, students, first, last }) => (
          <li key={room} className="wrap-anywhere">
            {t('people.filledRoom', { room, n: students })}
            {first !== null && last !== null ? ` · ${t('people.filledFrom', { first, last })}` : ''}
          </li>
        ))}
      </ul>
    </>
  )
}
