import type { Translate } from '../../messages/catalogue.ts'
import type { ShownGroup } from './group.ts'

/** How a group stands: what waits, what was decided, how alike its members are, and whether to look closely. */
export function Standing({ group, t }: { group: Omit<ShownGroup, 'sample'>; t: Translate }) {
  const { waiting, decided, computed, alike, singly, agree, size } = group
  const percent = agree === null ? 0 : Math.floor(agree * 100)
  const facts = [
    waiting > 0 ? t('groups.waiting', { n: waiting }) : '',
    decided > 0 ? t('groups.decided', { n: decided }) : '',
    computed > 0 ? t('groups.computed', { n: computed }) : '',
    size > 1 ? t('groups.alike', { percent: Math.floor(alike * 100) }) : '',
    singly > 0
      ? t('groups.singly', { n: singly, agree: agree === null ? 'none' : agree === 1 ? 'all' : 'some', percent })
      : '',
    group.changed ? t('groups.changed') : '',
  ].filter(Boolean)
  return (
    <p className="interface text-fine text-soft">
      {facts.join(' · ')}
      {group.doubtful && size > 1 ? <span className="block text-caution">{t('groups.doubtful')}</span> : null}
    </p>
  )
}
