import type { Translate } from '../messages/catalogue.ts'
import type { Access } from './access.ts'

/** What is asked of whoever takes the exam, before anything is started. */
export function AccessText({ t, access }: { t: Translate; access: Access }) {
  return (
    <>
      {access.code && <p>{t('access.needsCode')}</p>}
      {access.networks && (
        <p>
          {t('access.needsNetwork')}{' '}
          {!access.inside && (
            <strong className="text-caution">{t('access.notInside', { address: access.address ?? '?' })}</strong>
          )}
        </p>
      )}
      {access.safeBrowser && <p>{t('access.needsSafeBrowser')}</p>}
    </>
  )
}
