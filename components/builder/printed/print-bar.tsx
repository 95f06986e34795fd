'use client'
import Link from 'next/link'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'

interface Props {
  examId: string
  versions: number
  /** null: all of them, one after the other */
  version: number | null
  withKey: boolean
}

/** Which version is shown, for whom, and the button that prints it. */
export function PrintBar({ examId, versions, version, withKey }: Props) {
  const { t } = useMessages()
  const address = (number: number | null, key: boolean) =>
    `/staff/exams/${examId}/paper?${number === null ? 'all=1' : `version=${number}`}${key ? '&key=1' : ''}`
  const chosen = 'border-ink font-semibold'
  return (
    <div className="interface mb-10 flex flex-wrap items-end gap-x-8 gap-y-4 border-b border-rule pb-6 print:hidden">
      <nav aria-label={t('builder.version')}>
        <p className="eyebrow mb-1.5">{t('builder.version')}</p>
        <ul className="flex flex-wrap gap-1.5">
          {Array.from({ length: versions }, (_, k) => k + 1).map((number) => (
            <li key={number}>
              <Link
                href={address(number, withKey)}
                prefetch={false}
                aria-current={number === version ? 'page' : undefined}
                aria-label={t('builder.versionN', { n: number })}
                className={`${secondary} px-3 ${number === version ? chosen : ''}`}
              >
                {number}
              </Link>
            </li>
          ))}
          <li>
            <Link
              href={address(null, withKey)}
              prefetch={false}
              aria-current={version === null ? 'page' : undefined}
              className={`${secondary} px-3 ${version === null ? chosen : ''}`}
            >
              {t('builder.allVersions')}
            </Link>
          </li>
        </ul>
      </nav>
      <span className="flex flex-wrap gap-1.5">
        <Link
          href={address(version, false)}
          prefetch={false}
          aria-current={withKey ? undefined : 'page'}
          className={`${secondary} ${withKey ? '' : chosen}`}
        >
          {t('builder.student')}
        </Link>
        <Link
          href={address(version, true)}
          prefetch={false}
          aria-current={withKey ? 'page' : undefined}
          className={`${secondary} ${withKey ? chosen : ''}`}
        >
          {t('builder.key')}
        </Link>
      </span>
      <button type="button" className={primary} onClick={() => window.print()}>
        {t('builder.print')}
      </button>
    </div>
  )
}
