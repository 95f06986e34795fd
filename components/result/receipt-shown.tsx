'use client'
import { useMessages } from '../messages/provider.tsx'
import type { ShownQuestion } from './result.ts'

/** Digests are shown short: enough to compare by eye. */
const short = (digest: string) => digest.slice(0, 12)

type Executed = Pick<ShownQuestion, 'slug' | 'title' | 'receipt'>

/** What was executed for every question: closed until somebody wants to know. */
export function ReceiptShown({ questions }: { questions: readonly Executed[] }) {
  const { t } = useMessages()
  const executed = questions.flatMap(({ title, slug, receipt }) => (receipt ? [{ title, slug, receipt }] : []))
  if (executed.length === 0) return null
  return (
    <details className="interface mt-3 print:hidden">
      <summary className="cursor-pointer text-soft">{t('receipt.summary')}</summary>
      <p className="mt-3 max-w-measure">{t('receipt.lead')}</p>
      <ol className="mt-3 flex flex-col gap-4">
        {executed.map(({ title, slug, receipt }) => {
          const { version, seed, inputs, outputs, execution } = receipt
          const facts = [
            [t('receipt.version'), short(version)],
            [t('receipt.seed'), seed],
            [t('receipt.inputs'), short(inputs)],
            [t('receipt.outputs'), short(outputs)],
            [t('receipt.executed'), t('receipt.on', execution)],
          ] as const
          return (
            <li key={slug}>
              <p>{title}</p>
              <dl className="flex flex-wrap gap-x-5 text-soft">
                {facts.map(([name, value]) => (
                  <div key={name} className="flex gap-1.5">
                    <dt>{name}</dt>
                    <dd className="break-all tabular-nums">{value}</dd>
                  </div>
                ))}
              </dl>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
