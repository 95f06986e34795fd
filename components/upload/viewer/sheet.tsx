'use client'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import { DrawnMarks } from './drawn-marks.tsx'
import { inside, markAt, newMarkId, strokeOf } from './marks.ts'
import { NoteForm } from './note-form.tsx'
import { Notes, numbersOf } from './notes.tsx'
import type { Layer, Mark, Point } from './shown-page.ts'
import { type Tool, Tools } from './tools.tsx'
import { useGestures } from './use-gestures.ts'
import { type Saving, useMarks } from './use-marks.ts'
import { usePicture } from './use-picture.ts'
import { fitted, moved, type Size, transformOf, turned, type View, zoomed } from './view.ts'

interface Props {
  address: string
  layers: readonly Layer[]
  /** marks may be drawn, and are sent there */
  marksAt: string | null
  n: number
  all: number
  tall: boolean
  onLeaf: (by: number) => void
}

/** How far an arrow moves the picture, in pixels. */
const steps: Record<string, [x: number, y: number]> = {
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
}

/** One sheet on its stage: larger, smaller, turned, moved, drawn on. */
export function Sheet({ address, layers, marksAt, n, all, tall, onLeaf }: Props) {
  const { t } = useMessages()
  const stage = useRef<HTMLElement>(null)
  const [tries, setTries] = useState(0)
  const found = usePicture(address, tries)
  const picture = found === 'failed' ? null : found
  const [room, setRoom] = useState<Size>({ width: 0, height: 0 })
  const [view, setView] = useState<View | null>(null)
  const [tool, setTool] = useState<Tool>('hand')
  const [draft, setDraft] = useState<Mark | null>(null)
  const [noteAt, setNoteAt] = useState<Point | null>(null)
  const { marks, saving, change } = useMarks(marksAt, layers)

  useEffect(() => {
    const element = stage.current
    if (!element) return
    const watch = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  // on another screen, or turned, everything is seen again
  useEffect(() => {
    setView((held) => (held && found && found !== 'failed' ? fitted(room, found, held.turn) : held))
  }, [room, found])
  const usual = picture && room.width > 0 ? fitted(room, picture, view?.turn ?? 0) : null
  const now = view ?? usual ?? { scale: 1, x: 0, y: 0, turn: 0 }
  const set = useMemo(() => {
    return (by: (held: View) => View) => setView((held) => by(held ?? usual ?? { scale: 1, x: 0, y: 0, turn: 0 }))
  }, [usual])
  const middle = { x: room.width / 2, y: room.height / 2 }
  const ratio = picture ? picture.height / picture.width : 1

  const stroke = (points: Point[], done: boolean) => {
    const [first] = points
    const last = points.at(-1)
    if (!first || !last) return setDraft(null)
    if (tool === 'erase') {
      const meant = markAt(marks, last, ratio)
      if (meant) change(marks.filter(({ id }) => id !== meant.id))
      return
    }
    if (tool === 'note') return done ? setNoteAt([inside(last[0]), inside(last[1])]) : undefined
    const drawn = markOf(tool, points, draft?.id ?? newMarkId())
    if (!done) return setDraft(drawn)
    setDraft(null)
    if (drawn && isSeen(drawn)) change([...marks, drawn])
  }
  const gestures = useGestures({ stage, picture, view: now, setView: set, moves: tool === 'hand', onStroke: stroke })

  const zoom = (factor: number) => set((held) => zoomed(held, factor, middle))
  const turn = () => picture && set((held) => turned(room, picture, held))
  const act = (key: string): boolean => {
    if (key === '+' || key === '=') zoom(1.25)
    else if (key === '-') zoom(0.8)
    else if (key === '0') setView(null)
    else if (key === 'r') turn()
    else if (key === 'PageDown') onLeaf(1)
    else if (key === 'PageUp') onLeaf(-1)
    else if (key in steps) set((held) => moved(held, ...(steps[key] ?? [0, 0])))
    else return false
    return true
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !act(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const own: Layer = { mine: true, by: null, version: 0, marks: [...marks, ...(draft ? [draft] : [])] }
  const shown = marksAt === null ? [...layers] : [...layers.filter(({ mine }) => !mine), own]
  const numbers = numbersOf(shown)
  return (
    <>
      <div className="interface mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex flex-wrap gap-1">
          <button type="button" className={quiet} aria-label={t('pages.zoomOut')} onClick={() => zoom(0.8)}>
            <span aria-hidden="true">−</span>
          </button>
          <span className="min-w-14 self-center text-center text-fine text-soft" aria-live="polite">
            {t('pages.zoom', { percent: usual ? Math.round((100 * now.scale) / usual.scale) : 100 })}
          </span>
          <button type="button" className={quiet} aria-label={t('pages.zoomIn')} onClick={() => zoom(1.25)}>
            <span aria-hidden="true">+</span>
          </button>
          <button type="button" className={quiet} onClick={() => setView(null)}>
            {t('pages.fit')}
          </button>
          <button type="button" className={quiet} onClick={turn}>
            <span aria-hidden="true">↻</span> {t('pages.turn')}
          </button>
        </div>
        {marksAt !== null && (
          <>
            <Tools
              tool={tool}
              onTool={(next) => {
                setTool(next)
                setNoteAt(null)
              }}
              canUndo={marks.length > 0}
              onUndo={() => change(marks.slice(0, -1))}
            />
            {tool === 'note' && noteAt === null && (
              <button type="button" className={quiet} onClick={() => setNoteAt([0.5, 0.5])}>
                {t('pages.noteHere')}
              </button>
            )}
            <SavingState saving={saving} />
          </>
        )}
      </div>
      <section
        ref={stage}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move and turn what is on the stage
        tabIndex={0}
        aria-label={t('pages.stage', { n, all })}
        className={`relative touch-none overflow-hidden border border-line bg-sheet select-none ${tall ? 'min-h-64 grow basis-0' : 'h-[min(70vh,42rem)] min-h-64'} ${tool === 'hand' ? 'cursor-grab active:cursor-grabbing' : 'cursor-crosshair'}`}
        onKeyDown={press}
        {...gestures}
      >
        {picture && room.width > 0 && (
          <svg
            aria-hidden="true"
            className="absolute inset-0 size-full"
            data-scale={now.scale.toFixed(4)}
            data-turn={now.turn}
          >
            <g transform={transformOf(now, picture)}>
              <image href={address} width={picture.width} height={picture.height} />
              <rect
                width={picture.width}
                height={picture.height}
                className="text-line"
                fill="none"
                stroke="currentColor"
                vectorEffect="non-scaling-stroke"
              />
              <DrawnMarks layers={shown} picture={picture} numbers={numbers} told={marksAt !== null} />
            </g>
          </svg>
        )}
        {found === 'failed' && (
          <div role="alert" className="interface grid size-full place-content-center gap-2 text-center text-wrong">
            {t('pages.failed')}
            <button type="button" className={`${quiet} justify-self-center`} onClick={() => setTries(tries + 1)}>
              {t('pages.reload')}
            </button>
          </div>
        )}
      </section>
      {noteAt !== null && (
        <NoteForm
          n={numbers.size + 1}
          onAdd={(text) => {
            change([...marks, { kind: 'note', id: newMarkId(), at: noteAt, text }])
            setNoteAt(null)
          }}
          onCancel={() => setNoteAt(null)}
        />
      )}
      {tool === 'note' && noteAt === null && (
        <p className="interface mt-2 text-fine text-soft">{t('pages.placeNote')}</p>
      )}
      <Notes
        layers={shown}
        numbers={numbers}
        {...(marksAt === null ? {} : { onRemove: (id: string) => change(marks.filter((mark) => mark.id !== id)) })}
      />
    </>
  )
}

/** What a stroke becomes; null: nothing yet. */
function markOf(tool: Tool, points: Point[], id: string): Mark | null {
  const [from] = points
  const to = points.at(-1)
  if (!from || !to) return null
  if (tool === 'pen') return { kind: 'pen', id, points: strokeOf(points.length > 1 ? points : [from, from]) }
  if (tool !== 'box' && tool !== 'highlight') return null
  return { kind: tool, id, from: [inside(from[0]), inside(from[1])], to: [inside(to[0]), inside(to[1])] }
}

/** A click with the frame drew nothing. */
function isSeen(mark: Mark): boolean {
  if (mark.kind !== 'box' && mark.kind !== 'highlight') return true
  return Math.hypot(mark.to[0] - mark.from[0], mark.to[1] - mark.from[1]) > 0.01
}

function SavingState({ saving }: { saving: Saving }) {
  const { t } = useMessages()
  if (typeof saving === 'object')
    return (
      <span role="alert" className="text-fine text-wrong">
        {t('pages.refused', { message: saving.refused })}
      </span>
    )
  const words = { saved: 'pages.saved', saving: 'pages.saving', retrying: 'pages.notSaved' } as const
  return (
    <span role="status" className={`text-fine ${saving === 'retrying' ? 'text-caution' : 'text-soft'}`}>
      {t(words[saving])}
    </span>
  )
}
