'use client'
import { useMessages } from '../messages/provider.tsx'
import type { ShownResult } from './result.ts'
import { roundedPoints } from './values.ts'

/** Whose result it is: on paper, where no page says it. */
export interface PrintedPerson {
  name: string
  email: string
}

/** What stands at the top of a printed result. */
export function PrintedHead({ result, person }: { result: ShownResult; person: PrintedPerson }) {
  const { t } = useMessages()
  const { points, receipt } = result
  const facts = [
    [t('result.printedName'), person.name],
    [t('result.printedEmail'), person.email],
    ...(points
      ? [
          [
            t('result.printedPoints'),
            t('result.printedOf', { earned: roundedPoints(points.earned), points: roundedPoints(points.possible) }),
          ],
        ]
      : []),
    ...(receipt ? [[t('result.printedCode'), receipt.code]] : []),
  ]
  return (
    <dl className="interface mt-6 hidden grid-cols-[max-content_1fr] gap-x-6 gap-y-1 border-y border-ink py-3 print:grid">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="font-semibold wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What stands at its end: room for a signature, and how the receipt is verified. */
export function PrintedFoot({ result }: { result: ShownResult }) {
  const { t, locale } = useMessages()
  const { receipt } = result
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date())
  return (
    <footer className="interface hidden break-inside-avoid border-t border-ink pt-4 print:block">
      {receipt && <p>{t('result.verify', { code: receipt.code })}</p>}
      <p className="mt-1 text-soft">{t('result.printedOn', { day })}</p>
      <div className="mt-14 flex gap-10">
        <p className="grow basis-1/3 border-t border-line pt-1">{t('result.signPlace')}</p>
        <p className="grow basis-2/3 border-t border-line pt-1">{t('result.sign')}</p>
      </div>
    </footer>
  )
}
