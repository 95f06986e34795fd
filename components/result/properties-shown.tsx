'use client'
import { useMessages } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import type { ShownField } from './result.ts'

const looks = {
  holds: { icon: '✓', colour: 'text-good', word: 'verdict.holds' },
  fails: { icon: '✗', colour: 'text-wrong', word: 'verdict.fails' },
  open: { icon: '–', colour: 'text-soft', word: 'verdict.open' },
} as const

/** What had to hold of an answer of which many are right, and whether it does: an icon and the word for it. */
export function PropertiesShown({ properties }: { properties: NonNullable<ShownField['properties']> }) {
  const { t } = useMessages()
  return (
    <div className="mt-3 text-ui">
      <p className="eyebrow">{t('verdict.hadToHold')}</p>
      <ul className="mt-0.5 space-y-0.5">
        {properties.map(({ held, nodes }, index) => {
          const { icon, colour, word } = looks[held === null ? 'open' : held ? 'holds' : 'fails']
          return (
            <li key={index} className="flex items-baseline gap-1.5">
              <span className={`w-4 shrink-0 text-center ${colour}`}>
                <span aria-hidden="true">{icon}</span>
                <span className="sr-only">{t(word)}</span>
              </span>
              <div className="[&>p]:inline">
                <Paper nodes={nodes} />
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
