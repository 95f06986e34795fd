import type { Layer, Mark } from './shown-page.ts'
import type { Size } from './view.ts'

/** Marks on a picture, in its own pixels. Notes carry the numbers they have in the list beside it. */
export function DrawnMarks({
  layers,
  picture,
  numbers,
  told,
}: {
  layers: readonly Layer[]
  picture: Size
  numbers: ReadonlyMap<string, number>
  /** one's own are told apart from those of others */
  told: boolean
}) {
  return layers.map((layer, k) => (
    <g key={layer.mine ? 'mine' : k} className={layer.mine || !told ? 'text-pen' : 'text-pen-other'}>
      {layer.marks.map((mark) => (
        <DrawnMark key={mark.id} mark={mark} picture={picture} number={numbers.get(mark.id) ?? 0} />
      ))}
    </g>
  ))
}

function DrawnMark({ mark, picture: { width, height }, number }: { mark: Mark; picture: Size; number: number }) {
  const thick = Math.max(width, height) / 320
  if (mark.kind === 'pen') {
    const points = mark.points.map(([x, y]) => `${x * width},${y * height}`).join(' ')
    return (
      <polyline
        data-mark="pen"
        points={points}
        fill="none"
        stroke="currentColor"
        strokeWidth={thick}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    )
  }
  if (mark.kind === 'note') {
    const radius = Math.max(width, height) / 70
    const [x, y] = [mark.at[0] * width, mark.at[1] * height]
    return (
      <g data-mark="note">
        <circle cx={x} cy={y} r={radius} fill="currentColor" stroke="#ffffff" strokeWidth={radius / 8} />
        <text
          x={x}
          y={y}
          fill="#ffffff"
          fontSize={radius * 1.25}
          fontWeight="600"
          textAnchor="middle"
          dominantBaseline="central"
        >
          {number}
        </text>
      </g>
    )
  }
  const [left, top] = [Math.min(mark.from[0], mark.to[0]) * width, Math.min(mark.from[1], mark.to[1]) * height]
  const [wide, high] = [Math.abs(mark.to[0] - mark.from[0]) * width, Math.abs(mark.to[1] - mark.from[1]) * height]
  const place = { x: left, y: top, width: wide, height: high }
  return mark.kind === 'box' ? (
    <rect data-mark="box" {...place} fill="none" stroke="currentColor" strokeWidth={thick} rx={thick} />
  ) : (
    <rect
      data-mark="highlight"
      {...place}
      className="text-highlight mix-blend-multiply"
      fill="currentColor"
      fillOpacity={0.55}
    />
  )
}
