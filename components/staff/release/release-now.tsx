import type { Translate } from '../../messages/catalogue.ts'
import { printTime } from '../../site/times.ts'
import type { ReleaseOverview, Times } from './overview.ts'
import { RecallForm } from './recall-form.tsx'
import { shownInWords } from './shown.ts'

/** What students see at this moment and what will come of itself, and the way to take it back. */
export function ReleaseNow(props: Times & { examId: string; overview: ReleaseOverview; t: Translate }) {
  const { overview, t, locale, zone } = props
  const { release, history } = overview
  const time = (iso: string) => printTime(iso, locale, zone)
  const force = history.find(({ state }) => state === 'now')
  const coming = history.find(({ state }) => state === 'coming')
  const shown = shownInWords(release.shows, t)
  const next = coming && { time: time(coming.takesEffect), shown: shownInWords(coming.shows, t) }
  return (
    <div className="max-w-measure">
      <p className="text-lead">
        {release.shows
          ? force
            ? t('release.seeNow', { time: time(force.takesEffect), shown })
            : t('release.seeByPolicy', { shown })
          : next
            ? t('release.nothingYet', next)
            : t('release.nothing')}
      </p>
      {release.shows && next ? <p className="mt-2">{t('release.comes', next)}</p> : null}
      {release.shows ? (
        <p className="mt-2 text-soft">
          {release.requests
            ? t(release.requests.open ? 'release.requestsUntil' : 'release.requestsOver', {
                time: time(release.requests.until),
              })
            : t('release.requestsNone')}
        </p>
      ) : null}
      {release.shows || coming ? <RecallForm path={`/api/staff/v1/exams/${props.examId}/release`} /> : null}
    </div>
  )
}
