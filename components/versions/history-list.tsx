import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { typed } from '../paper/typed.ts'
import { link } from '../site/buttons.ts'
import { When } from '../staff/when.tsx'
import { type HistoryLine, historyLines } from './history-lines.ts'
import type { HistoryEntry } from './versions.ts'

const icons = {
  ...{ version: '○', published: '●', withdrawn: '◌', imported: '↓', synced: '⇄', corrected: '△' },
  ...{ archived: '▽', restored: '▲' },
} as const

interface Props {
  slug: string
  entries: readonly HistoryEntry[]
  mayPublish: boolean
  /** the version that exams get */
  current: string | null
  locale: string
  zone: string
  t: Translate
}

/** What became of a question, newest first, with what can be done from each version. */
export function HistoryList({ slug, entries, ...rest }: Props) {
  const { t } = rest
  if (entries.length === 0) return <p>{t('versions.empty')}</p>
  return (
    <ol className="interface flex flex-col">
      {historyLines(entries).map((line) => (
        <Entry key={line.entry.id} slug={slug} {...line} {...rest} />
      ))}
    </ol>
  )
}

function Entry(props: Omit<Props, 'entries'> & HistoryLine) {
  const { slug, entry, before, keeps, mayPublish, current, locale, zone, t } = props
  const { what, version, at, by, note, published, exams } = entry
  const page = `/staff/questions/${slug}`
  const kept = version !== null && what !== 'withdrawn'
  return (
    <li className="grid grid-cols-[1.5rem_1fr] gap-x-2 border-t border-rule py-3 first:border-t-0">
      <span aria-hidden="true" className={published ? 'text-good' : 'text-soft'}>
        {icons[what]}
      </span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className="font-semibold">
            {t('versions.what', { what: keeps && what === 'published' ? 'kept' : what })}
          </span>
          {version && <code className="text-fine">{version.slice(0, 10)}</code>}
          <span className="text-soft">
            <When iso={at} locale={locale} zone={zone} />
            {by ? ` · ${by}` : ''}
          </span>
        </p>
        {note && <p className={`mt-1 ${typed}`}>{note}</p>}
        {kept && (
          <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-fine">
            <Badges entry={entry} t={t} />
            {exams > 0 && <span className="text-soft">{t('versions.usedBy', { n: exams })}</span>}
            {before && (
              <Link href={`${page}/history?from=${before}&to=${version}#diff`} prefetch={false} className={link}>
                {t('versions.compareBefore')}
                <span className="sr-only"> {version.slice(0, 10)}</span>
              </Link>
            )}
            <Link href={`${page}/review?version=${version}`} prefetch={false} className={link}>
              {t('versions.read')}
              <span className="sr-only"> {version.slice(0, 10)}</span>
            </Link>
            {mayPublish && version !== current && keeps && (
              <Link href={`${page}/history?publish=${version}#publish`} prefetch={false} className={link}>
                {t('versions.publishThis')}
                <span className="sr-only"> {version.slice(0, 10)}</span>
              </Link>
            )}
          </p>
        )}
      </div>
    </li>
  )
}

/** How a version stands: published, audited, read by somebody else. */
function Badges({ entry, t }: { entry: HistoryEntry; t: Translate }) {
  const { published, audit, review } = entry
  return (
    <>
      {published && <span className="font-semibold text-good">✓ {t('versions.isPublished')}</span>}
      {audit !== 'none' && (
        <span className={audit === 'sound' ? 'text-good' : 'text-wrong'}>{t('versions.audited', { audit })}</span>
      )}
      {review !== 'none' && (
        <span className={review === 'approved' ? 'text-good' : review === 'changes' ? 'text-caution' : 'text-soft'}>
          {t('versions.reviewed', { review })}
        </span>
      )}
    </>
  )
}
