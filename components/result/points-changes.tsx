'use client'
import { questionId } from '../fields/ids.ts'
import { useMessages } from '../messages/provider.tsx'
import { Label } from '../paper/label.tsx'
import { link } from '../site/buttons.ts'
import type { PointsChange, ShownQuestion } from './result.ts'
import { roundedPoints } from './values.ts'

/** What changed after the result was there: which part, when, from what to what and why. */
export function PointsChanges(props: { changes: readonly PointsChange[]; questions: readonly ShownQuestion[] }) {
  const { t, locale } = useMessages()
  if (props.changes.length === 0) return null
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' })
  const points = (value: number | null) => (value === null ? t('result.changeNone') : roundedPoints(value))
  return (
    <section aria-label={t('result.changes')} className="interface mt-8 max-w-measure border-t border-rule pt-4">
      <h2 className="mb-2 font-semibold">{t('result.changes')}</h2>
      <ul className="flex flex-col gap-2">
        {props.changes.map(({ field, at, before, after, cause, reason }, k) => {
          const [slug = ''] = field.split('.')
          const question = props.questions.find((one) => one.slug === slug)
          const part = question?.paper.fields.find(({ name }) => `${slug}.${name}` === field)
          return (
            <li key={k}>
              <a className={link} href={`#${questionId(slug)}`}>
                {question?.title ?? slug}: {part ? <Label of={part} /> : field}
              </a>{' '}
              {t('result.change', { time: time.format(new Date(at)), before: points(before), after: points(after) })}{' '}
              <span className="text-soft">{t('result.changeCause', { cause })}</span>
              {/* the answer to one's own request stands beside the part */}
              {reason && cause !== 'request' ? <span className="block text-soft">{reason}</span> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
