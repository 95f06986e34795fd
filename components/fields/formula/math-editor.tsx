'use client'
import { MathfieldElement } from 'mathlive'
import { useEffect, useRef } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import type { ControlProps } from '../props.ts'
import { configure } from './configure.ts'

interface Props
  extends Pick<ControlProps<'formula'>, 'field' | 'disabled' | 'onLeave' | 'id' | 'describedBy' | 'invalid'> {
  source: string
  onWrite: (latex: string) => void
}

/** The math editor. Its letters are those of the page's formulas; it loads nothing else and makes no sound. */
export default function MathEditor({ field, source, disabled, onWrite, onLeave, ...at }: Props) {
  const { t } = useMessages()
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<MathfieldElement | null>(null)
  const heard = useRef({ onWrite, onLeave })
  heard.current = { onWrite, onLeave }

  useEffect(() => {
    MathfieldElement.fontsDirectory = null
    MathfieldElement.soundsDirectory = null
    const element = new MathfieldElement()
    element.addEventListener('input', () => heard.current.onWrite(element.value))
    element.addEventListener('blur', () => heard.current.onLeave())
    place.current?.append(element)
    configure(element, field)
    element.menuItems = []
    element.style.width = '100%'
    element.style.background = 'transparent'
    element.style.color = 'inherit'
    editor.current = element
    return () => element.remove()
  }, [field])

  useEffect(() => {
    const element = editor.current
    if (!element) return
    if (element.value !== source) element.setValue(source, { silenceNotifications: true })
    element.readOnly = disabled
    element.id = at.id
    element.setAttribute('aria-label', `${field.label}, ${t('fields.mathEditor')}`)
    element.setAttribute('aria-describedby', at.describedBy)
  }, [source, disabled, at.id, at.describedBy, field.label, t])

  return <div ref={place} className="ruled flex min-h-11 min-w-0 grow items-center text-lead" />
}
