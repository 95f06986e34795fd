import { environment } from '../environment.ts'

/** The address of this site in mails; null where no mail is sent. */
export function mailOrigin(): string | null {
  const { SMTP_URL, MAIL_FROM, NEXTAUTH_URL } = environment()
  return SMTP_URL && MAIL_FROM && NEXTAUTH_URL ? new URL(NEXTAUTH_URL).origin : null
}
