import { describe, expect, it } from 'vitest'
import { composeMail } from './compose-mail.ts'
import { isMailAddress, oneLine } from './one-line.ts'

const occasion = { kind: 'released' as const, name: 'Ada', exam: 'Finals', link: 'https://x.edu/r', requests: 0 }

describe('a mail in words', () => {
  it('says that something is there, and where', () => {
    const { subject, text, html } = composeMail(occasion)
    expect(subject).toBe('Your results of “Finals” are there')
    expect(text).toContain('Dear Ada,')
    expect(text).toContain('\n\nhttps://x.edu/r\n\n')
    expect(html).toContain('<a href="https://x.edu/r">')
  })

  it('counts the requests that wait', () => {
    expect(composeMail({ ...occasion, kind: 'requests', requests: 1 }).subject).toBe(
      '1 request for another look: “Finals”',
    )
    expect(composeMail({ ...occasion, kind: 'requests', requests: 7 }).text).toContain('7 requests for another look')
  })

  it('takes names and titles for text, in HTML and in the subject', () => {
    const hostile = { ...occasion, name: '<script>x</script>', exam: 'A\r\nBcc: all@x.edu <b>"&\u2028\u202e' }
    const { subject, html } = composeMail(hostile)
    expect(subject).toBe('Your results of “A Bcc: all@x.edu <b>"&” are there')
    expect(html).not.toMatch(/<script|<b>/)
    expect(html).toContain('&lt;script&gt;')
  })
})

describe('one line', () => {
  it('has no line breaks or other controls, and an end', () => {
    expect(oneLine('a\r\n\tb\u0000c\u2029d')).toBe('a b c d')
    expect(oneLine('x'.repeat(900))).toHaveLength(200)
  })
})

describe('an address', () => {
  it('is one, and nothing but one', () => {
    for (const good of ['ada@example.edu', 'a.b+c@x', 'ünal@universität.de'])
      expect(isMailAddress(good), good).toBe(true)
    const bad = ['', 'ada', 'a@b,c@d', 'a@b\r\nBcc: c@d', 'a b@c', '<a@b>', 'a@b@c', 'a@b;c@d', '"a"@b', 'a@b (x)']
    for (const address of bad) expect(isMailAddress(address), address).toBe(false)
  })
})
