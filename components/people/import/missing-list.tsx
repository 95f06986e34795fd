'use client'
import { useMessages } from '../../messages/provider.tsx'
import { typed } from '../../paper/typed.ts'
import type { Preview } from './preview.ts'

/** Who is in the course and not in the file: they stay unless they are ticked. */
export function MissingList(props: {
  missing: Preview['missing']
  off: ReadonlySet<string>
  onOff: (off: ReadonlySet<string>) => void
}) {
  const { missing, off, onOff } = props
  const { t } = useMessages()
  const free = missing.filter(({ sitting }) => !sitting)
  function tick(personId: string, on: boolean) {
    const next = new Set(off)
    if (on) next.add(personId)
    else next.delete(personId)
    onOff(next)
  }
  return (
    <ul className="interface flex max-h-96 flex-col gap-2 overflow-y-auto">
      {free.length > 1 ? (
        <li className="border-b border-rule pb-2">
          <label className="flex items-baseline gap-2.5">
            <input
              type="checkbox"
              checked={off.size === free.length}
              onChange={(event) => onOff(new Set(event.target.checked ? free.map(({ personId }) => personId) : []))}
            />
            {t('people.takeAllOff', { n: free.length })}
          </label>
        </li>
      ) : null}
      {missing.map(({ personId, name, email, sitting }) => (
        <li key={personId}>
          <label className={`flex items-baseline gap-2.5 ${typed}`}>
            <input
              type="checkbox"
              aria-label={t('people.takeOff', { name })}
              disabled={sitting}
              checked={off.has(personId)}
              onChange={(event) => tick(personId, event.target.checked)}
            />
            <span>
              <bdi>{name}</bdi> <span className="text-fine text-soft">{email}</span>{' '}
              {sitting ? <span className="text-fine text-caution">{t('people.sitsNow')}</span> : null}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
