'use client'
import Link from 'next/link'
import { useMessages } from '../messages/provider.tsx'
import { link } from '../site/buttons.ts'

export interface Access {
  code: boolean
  networks: number
  safeBrowser: boolean
}

/** From where it may be taken: in a line, with the way to the page where that is set. */
export function AccessLine({ examId, access }: { examId: string; access: Access }) {
  const { t } = useMessages()
  const rules = [
    access.code ? t('builder.accessCode') : '',
    access.networks > 0 ? t('builder.accessNetworks', { n: access.networks }) : '',
    access.safeBrowser ? t('builder.accessBrowser') : '',
  ].filter(Boolean)
  return (
    <div>
      <p className="eyebrow mb-1.5">{t('builder.access')}</p>
      <p>
        {rules.length > 0 ? rules.join(' ') : t('builder.accessNone')}{' '}
        <Link href={`/staff/exams/${examId}/access`} prefetch={false} className={link}>
          {t('builder.accessPage')}
        </Link>
      </p>
    </div>
  )
}
