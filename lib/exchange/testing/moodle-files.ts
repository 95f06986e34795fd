/** Files in the forms that Moodle writes, small ones of our own. */
export const quiz = (...questions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`

export const question = (type: string, inside: string, text = '<p>Which?</p>') =>
  `<question type="${type}"><name><text>One</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${inside}</question>`

const answer = (fraction: number | string, text: string, inside = '') =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text>${inside}</answer>`

const feedback = (text: string) => `<feedback format="html"><text>${text}</text></feedback>`

export const multichoice = question(
  'multichoice',
  `<defaultgrade>2.0000000</defaultgrade><single>true</single><shuffleanswers>false</shuffleanswers>
   <correctfeedback format="html"><text>Well done!</text></correctfeedback><hint format="html"><text>Think.</text></hint>
   ${answer(100, '<![CDATA[<p>$x$ is \\(x\\)</p>]]>')}${answer(50, 'half', feedback('Nearly.'))}${answer(-25, 'no')}
   <tags><tag><text>gates</text></tag></tags>`,
)
export const numerical = question(
  'numerical',
  `${answer(100, '3.14', '<tolerance>0.01</tolerance>')}${answer(50, '3.14', '<tolerance>0.1</tolerance>')}${answer(0, '*', feedback('No.'))}
   <units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>`,
)
export const truefalse = question('truefalse', `${answer(0, 'true', feedback('No.'))}${answer(100, 'false')}`)
export const shortanswer = question(
  'shortanswer',
  `<usecase>0</usecase>${answer(100, 'Paris')}${answer(50, 'Lutetia')}`,
)
export const essay = question(
  'essay',
  `<responseformat>editor</responseformat><attachments>1</attachments><maxwordlimit>100</maxwordlimit>
   <graderinfo format="html"><text><![CDATA[<ul><li>2 points: Names it</li></ul><p>Sharing.</p>]]></text></graderinfo>`,
)
const sub = (left: string, right: string) =>
  `<subquestion format="html"><text><![CDATA[${left}]]></text><answer><text>${right}</text></answer></subquestion>`
export const matching = question(
  'matching',
  `<shuffleanswers>true</shuffleanswers>${sub('<p>cat</p>', 'meow')}${sub('<p>dog</p>', 'wuff')}${sub('', 'moo')}`,
)
export const cloze = question(
  'cloze',
  '<defaultgrade>4</defaultgrade>',
  '<p>It is {1:MULTICHOICE_VS:=\\\\(a\\\\)#Yes~b \\} c#No~%50%d}, {2:NUMERICAL:=3:0.5~%50%4:0.5}, {1:MRS:=x~=y~z} and {:SA:=Paris}.</p>',
)
const dataset = (name: string, low: number, high: number, decimals: number) =>
  `<dataset_definition><name><text>${name}</text></name><distribution><text>uniform</text></distribution>
   <minimum><text>${low}</text></minimum><maximum><text>${high}</text></maximum><decimals><text>${decimals}</text></decimals></dataset_definition>`
export const calculated = (formula: string, kind = 1) =>
  question(
    'calculated',
    `${answer(100, formula, `<tolerance>0.01</tolerance><tolerancetype>${kind}</tolerancetype><correctanswerformat>1</correctanswerformat><correctanswerlength>2</correctanswerlength>`)}
     <dataset_definitions>${dataset('a', 1, 9.5, 1)}${dataset('n', 2, 9, 0)}</dataset_definitions>`,
    '<p>Of {a} and {n}: \\(\\sqrt{a}\\), that is {={a}*2}, {x}?</p>',
  )
export const gaps = question(
  'ddwtos',
  '<dragbox><text>cats</text><group>1</group></dragbox><dragbox><text>dogs</text><group>1</group></dragbox><dragbox><text>run</text><group>2</group></dragbox>',
  '<p>[[2]] [[3]] after [[1]], [[9]].</p>',
)
export const ordering = question(
  'ordering',
  `<selecttype>ALL</selecttype>${answer('2.0', 'second')}${answer('1.0', 'first')}${answer('3.0', 'third')}`,
)
