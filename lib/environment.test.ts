import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

const url = 'postgresql://u:p@localhost:5432/exam'

describe('the environment', () => {
  it('needs a database and has defaults for the rest', () => {
    expect(readEnvironment({ DATABASE_URL: url })).toMatchObject({ DATABASE_URL: url, REFEREE_QUESTIONS: 'questions' })
  })

  it('takes an empty variable as absent', () => {
    expect(readEnvironment({ DATABASE_URL: url, OIDC_ISSUER: '' }).OIDC_ISSUER).toBeUndefined()
  })

  it('names what is wrong', () => {
    expect(() => readEnvironment({})).toThrow(/DATABASE_URL/)
    expect(() => readEnvironment({ DATABASE_URL: 'mysql://x/y' })).toThrow(/DATABASE_URL/)
    expect(() => readEnvironment({ DATABASE_URL: url, REFEREE_GRADER_PORT: 'many' })).toThrow(/REFEREE_GRADER_PORT/)
  })

  it('refuses half an OpenID set-up', () => {
    expect(() => readEnvironment({ DATABASE_URL: url, OIDC_ISSUER: 'https://id.example.edu' })).toThrow(/all of/)
  })

  it('refuses half a mail set-up, and a sender that is no address', () => {
    const mail = { SMTP_URL: 'smtp://mail.example.edu:587', MAIL_FROM: 'Exams <exams@example.edu>' }
    expect(readEnvironment({ DATABASE_URL: url, ...mail })).toMatchObject(mail)
    expect(() => readEnvironment({ DATABASE_URL: url, SMTP_URL: mail.SMTP_URL })).toThrow(/both of SMTP_URL/)
    expect(() => readEnvironment({ DATABASE_URL: url, ...mail, SMTP_URL: 'http://mail.example.edu' })).toThrow(
      /SMTP_URL/,
    )
    for (const from of ['Exams', 'a@b\nBcc: c@d', 'Exams\r\nBcc: c@d <a@b>'])
      expect(() => readEnvironment({ DATABASE_URL: url, ...mail, MAIL_FROM: from })).toThrow(/MAIL_FROM/)
  })
})
