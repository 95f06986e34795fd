'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { Outcome } from '../../staff/running/outcome.tsx'
import { useAct } from '../../staff/running/use-act.ts'

/** A room for each group of a course, in one exam. */
export function SeatGroups(props: { examId: string; groups: readonly { group: string | null; students: number }[] }) {
  const { t } = useMessages()
  const router = useRouter()
  const { busy, message, act } = useAct(async () => router.refresh())
  const [typed, setTyped] = useState<Record<string, string>>({})
  const rooms = props.groups.flatMap(({ group }) => {
    const room = typed[group ?? '']?.trim()
    return room ? [{ group, room }] : []
  })
  async function seat(event: FormEvent) {
    event.preventDefault()
    const done = (answer: unknown) => t('people.seated', { n: (answer as { students: number }).students })
    if (await act(`/api/staff/v1/exams/${props.examId}/rooms`, { rooms }, done)) setTyped({})
  }
  return (
    <form onSubmit={seat} className="interface flex flex-col gap-3">
      <p className="max-w-measure text-soft">{t('people.roomsLead')}</p>
      {props.groups.map(({ group, students }) => {
        const name = group ?? t('people.noGroup')
        return (
          <label key={name} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span className="w-56 max-w-full wrap-anywhere">
              {name} <span className="text-fine text-soft">{t('people.groupSize', { n: students })}</span>
            </span>
            <input
              className="ruled w-48 max-w-full"
              aria-label={t('people.roomOf', { group: name })}
              placeholder={t('people.room')}
              maxLength={80}
              value={typed[group ?? ''] ?? ''}
              onChange={(event) => setTyped({ ...typed, [group ?? '']: event.target.value })}
            />
          </label>
        )
      })}
      <p className="flex flex-wrap items-center gap-4">
        <button type="submit" className={secondary} disabled={busy || rooms.length === 0}>
          {t('people.seat')}
        </button>
        <Outcome message={message} />
      </p>
    </form>
  )
}
