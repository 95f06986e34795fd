'use client'
import type { PaperNode } from '../../grader/answers/paper.ts'
import { useMessages } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import { typed } from '../paper/typed.ts'
import { useWideMath } from '../paper/use-wide-math.ts'
import { roundedPoints } from '../result/values.ts'
import { printTime } from '../site/times.ts'

export interface ThreadMessage {
  seq: number
  act: 'ask' | 'reply' | 'answer' | 'withdraw' | 'close' | 'reopen'
  nodes: PaperNode[]
  at: string
  before: number | null
  after: number | null
}

interface Props {
  messages: readonly (ThreadMessage & { who: string })[]
  zone: string
}

/** What was said over a part, in the order in which it was said, with what it did to the points. */
export function Thread({ messages, zone }: Props) {
  const { t, locale } = useMessages()
  const wide = useWideMath()
  return (
    <div ref={wide}>
      <ol className="flex flex-col gap-5">
        {messages.map(({ seq, act, nodes, at, before, after, who }) => (
          <li key={seq} className="border-l-2 border-rule pl-4">
            <p className="interface text-soft">
              <bdi className={`font-semibold text-ink ${typed}`}>{who}</bdi> {t('requests.did', { act })},{' '}
              <time dateTime={at}>{printTime(at, locale, zone)}</time>
            </p>
            {nodes.length > 0 && (
              <div className={`mt-1 max-w-measure ${typed}`}>
                <Paper nodes={nodes} />
              </div>
            )}
            {act === 'answer' && (before !== null || after !== null) && (
              <p className="interface mt-1 font-semibold">
                {before === after
                  ? t('requests.pointsKept')
                  : t('requests.pointsChanged', {
                      before: before === null ? t('requests.pointsNone') : roundedPoints(before),
                      after: after === null ? t('requests.pointsNone') : roundedPoints(after),
                    })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
