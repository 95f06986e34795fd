import { messagesIn } from '../messages/catalogue.ts'
import { primary } from './buttons.ts'

/** Who this is for, and the way in. */
export function Landing({ locale, signedIn }: { locale: string; signedIn: boolean }) {
  const t = messagesIn(locale)
  return (
    <main id="content" className="mx-auto max-w-6xl px-4 sm:px-6">
      <div className="max-w-3xl pt-16 pb-14 sm:pt-28 sm:pb-20">
        <h1 className="text-display tracking-tight text-balance">{t('landing.headline')}</h1>
        <p className="mt-6 max-w-measure text-lead text-soft">{t('landing.lead')}</p>
        <p className="mt-10">
          <a className={`${primary} min-h-11 px-6`} href={signedIn ? '/exams' : '/sign-in'}>
            {signedIn ? t('landing.toExams') : t('landing.signIn')}
          </a>
        </p>
      </div>
      <div className="grid gap-x-14 gap-y-10 border-t border-ink pt-6 md:grid-cols-2">
        <section>
          <h2 className="text-lead font-semibold">{t('landing.students')}</h2>
          <p className="mt-2 max-w-[52ch]">{t('landing.studentsText')}</p>
        </section>
        <section>
          <h2 className="text-lead font-semibold">{t('landing.teachers')}</h2>
          <p className="mt-2 max-w-[52ch]">{t('landing.teachersText')}</p>
        </section>
      </div>
    </main>
  )
}
