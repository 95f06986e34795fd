import { describe, expect, it } from 'vitest'
import { literalTexts } from './literal-texts.ts'

describe('the scan for literal text', () => {
  it('finds words between tags and in spoken attributes', () => {
    expect(literalTexts('<p className="x">Hello there</p>')).toEqual(['Hello there'])
    expect(literalTexts('<p>\n  Sign in {name}\n</p>')).toEqual(['Sign in'])
    expect(literalTexts('<p className={a}>Saved</p>')).toEqual(['Saved'])
    expect(literalTexts('<button aria-label="Close" />')).toEqual(['Close'])
  })

  it('leaves signs, expressions, types and comments alone', () => {
    expect(literalTexts("<p>{t('a.b')} · ± <b>{x}</b></p>")).toEqual([])
    expect(literalTexts('const a = useState<string | null>(null)\nif (x > limit && y < z) return <br />')).toEqual([])
    expect(literalTexts('/* <p>Hello there</p> */ <i />')).toEqual([])
  })
})
