import { describe, expect, it } from 'vitest'
import { literalTexts } from './literal-texts.ts'

describe('the scan for literal text', () => {
  it('finds words between tags and in spoken attributes', () => {
    expect(literalTexts('<p className="x">Hello there</p>')).toEqual(['Hello there'])
    expect(literalTexts('<p>\n  Sign in {name}\n</p>')).toEqual(['Sign in'])
    expect(literalTexts('<p className={a}>Saved</p>')).toEqual(['Saved'])
    expect(literalTexts('<button aria-label="Close" />')).toEqual(['Close'])
  })

  it('finds words that an expression may come to', () => {
    expect(literalTexts("<p>{'Hello there'}</p>")).toEqual(['Hello there'])
    expect(literalTexts("<i title={open ? 'Close' : undefined} />")).toEqual(['Close'])
    expect(literalTexts('<p>{`$' + '{n} answers`}</p>')).toEqual(['answers'])
    expect(literalTexts("<p>{late && 'Too late'}</p>")).toEqual(['Too late'])
  })

  it('leaves signs, expressions, types and comments alone', () => {
    expect(literalTexts("<p>{t('a.b')} · ± <b>{x}</b></p>")).toEqual([])
    expect(literalTexts('const a = useState<string | null>(null)\nconst b = x > limit && y < z ? <br /> : 1')).toEqual(
      [],
    )
    expect(literalTexts('/* <p>Hello there</p> */ const a = <i />')).toEqual([])
    expect(
      literalTexts("const room = () => { switch (a) { case 'b': return c ? <I n={5} /> : <J s={d} /> } }"),
    ).toEqual([])
  })
})
