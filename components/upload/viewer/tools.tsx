'use client'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'

const tools = [
  { tool: 'hand', sign: '✥', name: 'pages.hand' },
  { tool: 'pen', sign: '✎', name: 'pages.pen' },
  { tool: 'box', sign: '▭', name: 'pages.box' },
  { tool: 'highlight', sign: '▬', name: 'pages.highlight' },
  { tool: 'note', sign: '①', name: 'pages.note' },
  { tool: 'erase', sign: '⌫', name: 'pages.erase' },
] as const
export type Tool = (typeof tools)[number]['tool']

/** What a stroke on the page does. */
export function Tools(props: { tool: Tool; onTool: (tool: Tool) => void; onUndo: () => void; canUndo: boolean }) {
  const { t } = useMessages()
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{t('pages.tools')}</legend>
      {tools.map(({ tool, sign, name }) => (
        <button
          key={tool}
          type="button"
          className={`${quiet} ${props.tool === tool ? 'border-accent bg-wash text-accent' : ''}`}
          aria-pressed={props.tool === tool}
          onClick={() => props.onTool(tool)}
        >
          <span aria-hidden="true">{sign}</span>
          {t(name)}
        </button>
      ))}
      <button type="button" className={quiet} disabled={!props.canUndo} onClick={props.onUndo}>
        {t('pages.undo')}
      </button>
    </fieldset>
  )
}
