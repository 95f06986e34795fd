import type { Translate } from '../../messages/catalogue.ts'
import { DataTable } from '../data-table.tsx'

const bar = 14
const gap = 4
const height = 64
const room = { top: 16, bottom: 18 }

/** Answers decided in each half hour, drawn by the server; the table says the same in numbers. */
export function PaceChart(props: {
  halfHours: readonly { from: string; n: number }[]
  locale: string
  zone: string
  t: Translate
}) {
  const { halfHours, locale, zone, t } = props
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const most = Math.max(1, ...halfHours.map(({ n }) => n))
  const width = halfHours.length * (bar + gap)
  const at = (iso: string) => clock.format(new Date(iso))
  return (
    <figure className="m-0 max-w-2xl">
      <svg
        role="img"
        aria-label={t('progress.paceChart')}
        viewBox={`0 0 ${width} ${room.top + height + room.bottom}`}
        className="h-auto w-full"
      >
        {halfHours.map(({ from, n }, k) => {
          const x = k * (bar + gap)
          const size = (n / most) * height
          return (
            <g key={from}>
              {n > 0 ? (
                <rect x={x} y={room.top + height - size} width={bar} height={size} className="fill-accent" />
              ) : null}
              {n === most && n > 0 ? (
                <text
                  x={x + bar / 2}
                  y={room.top + height - size - 4}
                  textAnchor="middle"
                  className="fill-ink text-[13px]"
                >
                  {n}
                </text>
              ) : null}
              {k % 6 === 0 ? (
                <text x={x} y={room.top + height + 14} className="fill-soft text-[13px]">
                  {at(from)}
                </text>
              ) : null}
            </g>
          )
        })}
        <line x1="0" x2={width} y1={room.top + height} y2={room.top + height} className="stroke-line" />
      </svg>
      <details className="interface mt-2">
        <summary className="cursor-pointer">{t('progress.asTable')}</summary>
        <DataTable
          caption={t('progress.pace')}
          columns={[{ name: t('progress.halfHour') }, { name: t('progress.answers'), numeric: true }]}
          rows={halfHours.map(({ from, n }) => ({ key: from, cells: [at(from), n] }))}
        />
      </details>
    </figure>
  )
}
