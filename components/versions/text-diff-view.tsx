'use client'
import { Fragment } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { Scrolling } from '../staff/scrolling.tsx'
import type { DiffLine, TextDiff } from './versions.ts'

const looks = {
  same: { sign: '', row: '', word: '' },
  added: { sign: '+', row: 'bg-good/10', word: 'bg-good/25 underline decoration-1 underline-offset-3' },
  removed: { sign: '−', row: 'bg-wrong/10', word: 'bg-wrong/25 line-through decoration-1' },
} as const

/** What differs between two texts: lines with their numbers, signs as well as colours, changed words marked in them. */
export function TextDiffView({ diff }: { diff: TextDiff }) {
  const { t } = useMessages()
  if (diff.hunks.length === 0)
    return <p className="interface text-soft">{t(diff.ending ? 'versions.diffEnding' : 'versions.diffNothing')}</p>
  return (
    <Scrolling name={t('versions.diffName')}>
      <table className="w-full border-collapse font-mono text-fine">
        <caption className="interface mb-2 text-left text-fine text-soft">
          {t('versions.diffCounts', { added: diff.added, removed: diff.removed })}
        </caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('versions.diffOld')}</th>
            <th scope="col">{t('versions.diffNew')}</th>
            <th scope="col">{t('versions.diffText')}</th>
          </tr>
        </thead>
        <tbody>
          {diff.hunks.map(({ lines }, k) => (
            <Fragment key={k}>
              {(k > 0 || starts(lines[0]) > 1) && (
                <tr className="border-y border-rule text-soft">
                  <td colSpan={3} className="px-2">
                    <span aria-hidden="true">⋯</span>
                    <span className="sr-only">{t('versions.diffSkipped')}</span>
                  </td>
                </tr>
              )}
              {lines.map((line) => (
                <Line key={`${line.left}:${line.right}`} line={line} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

const starts = (line: DiffLine | undefined) => line?.left ?? line?.right ?? 1

function Line({ line }: { line: DiffLine }) {
  const { t } = useMessages()
  const { kind, left, right, parts } = line
  const { sign, row, word } = looks[kind]
  const number = 'w-0 px-1.5 text-right align-top text-soft select-none tabular-nums'
  return (
    <tr className={row}>
      <td className={number}>{left}</td>
      <td className={number}>{right}</td>
      <td className="pr-2 pl-6 -indent-4 whitespace-pre-wrap [overflow-wrap:anywhere]">
        <span aria-hidden="true" className="inline-block w-4 indent-0 text-soft select-none">
          {sign}
        </span>
        {kind !== 'same' && (
          <span className="sr-only">{t(kind === 'added' ? 'versions.diffAdded' : 'versions.diffRemoved')} </span>
        )}
        {parts.map(({ text, changed }, k) =>
          changed ? (
            <mark key={k} className={`text-ink ${word}`}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </td>
    </tr>
  )
}
