'use client'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { figureName, type Placed } from './placing.ts'

interface Props {
  slug: string
  text: string
  /** puts it into the text; false where the text has no place for it */
  onPlace: (figure: Placed) => boolean
}

/** Sends a picture and puts it into the text. It must say what it shows for those who do not see it. */
export function AddFigure({ slug, text, onPlace }: Props) {
  const { t } = useMessages()
  const [file, setFile] = useState<File | null>(null)
  const [alt, setAlt] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [placed, setPlaced] = useState<string | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!file) return
    const form = event.currentTarget
    setBusy(true)
    setRefusal(null)
    setPlaced(null)
    const sent = await sendPicture(slug, file)
    setBusy(false)
    if ('refusal' in sent)
      return setRefusal(t('authoring.figureRefused', { reason: sent.refusal ?? t('staff.unreachable') }))
    const name = figureName(file.name, text)
    if (!onPlace({ name, file: sent.file, alt: alt.trim() })) return setRefusal(t('authoring.figureNoPlace'))
    setPlaced(name)
    setAlt('')
    setFile(null)
    form.reset()
  }

  return (
    <form onSubmit={submit} className="interface grid max-w-3xl gap-x-6 gap-y-3 sm:grid-cols-2">
      <div>
        <label htmlFor="figure-file" className="eyebrow mb-1 block">
          {t('authoring.figureFile')}
        </label>
        <input
          id="figure-file"
          type="file"
          required
          accept="image/png,image/jpeg,image/webp"
          className="w-full text-fine file:mr-3 file:min-h-8 file:rounded-xs file:border file:border-line file:bg-paper file:px-3 file:text-ink"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      <div>
        <label htmlFor="figure-alt" className="eyebrow mb-1 block">
          {t('authoring.figureAlt')}
        </label>
        <input
          id="figure-alt"
          className="ruled w-full"
          required
          maxLength={500}
          value={alt}
          onChange={(event) => setAlt(event.target.value)}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
        <button type="submit" className={secondary} disabled={busy}>
          {busy ? t('staff.sending') : t('authoring.figureAdd')}
        </button>
        <span role="status" className={refusal === null ? 'text-good' : 'text-wrong'}>
          {refusal ?? (placed !== null && t('authoring.figurePlaced', { place: `:figure[${placed}]` }))}
        </span>
      </div>
    </form>
  )
}

async function sendPicture(slug: string, file: File): Promise<{ file: string } | { refusal: string | null }> {
  try {
    const response = await fetch(`/api/staff/v1/questions/${slug}/figures?name=${encodeURIComponent(file.name)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    const answer = (await response.json().catch(() => null)) as { file?: string; error?: { message?: string } } | null
    return answer?.file ? { file: answer.file } : { refusal: answer?.error?.message ?? String(response.status) }
  } catch {
    return { refusal: null }
  }
}
