'use client'
import { useMessages } from '../../messages/provider.tsx'

/** From this many on one looks for a student rather than reading the list. */
export const many = 12

/** Narrows a list of students by name, address or room, and says how many are left. */
export function FindStudent(props: { text: string; onText: (text: string) => void; shown: number; all: number }) {
  const { t } = useMessages()
  return (
    <p className="interface mb-3 flex flex-wrap items-baseline gap-4">
      <input
        type="search"
        className="ruled w-72 max-w-full"
        aria-label={t('running.find')}
        placeholder={t('running.find')}
        value={props.text}
        onChange={(event) => props.onText(event.target.value)}
      />
      <span role="status" className="text-soft">
        {t('running.shown', { n: props.shown, all: props.all })}
      </span>
    </p>
  )
}
