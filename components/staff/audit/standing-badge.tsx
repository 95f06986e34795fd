import type { Translate } from '../../messages/catalogue.ts'
import type { Standing } from './audit.ts'

const looks = {
  never: { icon: '○', colour: 'text-soft' },
  sound: { icon: '✓', colour: 'text-good' },
  unsound: { icon: '✗', colour: 'text-wrong' },
  outdated: { icon: '△', colour: 'text-caution' },
} as const

/** An icon and a word for how a question stands. */
export function StandingBadge({ standing, t }: { standing: Standing; t: Translate }) {
  const { icon, colour } = looks[standing]
  return (
    <span className={`interface font-semibold ${colour}`}>
      <span aria-hidden="true">{icon} </span>
      {t('audit.standing', { standing })}
    </span>
  )
}
