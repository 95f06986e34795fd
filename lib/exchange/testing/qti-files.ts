/** Items in the forms that QTI 2 and 3 are written in, small ones of our own. */
export const item3 = (declarations: string, body: string, rest = '') =>
  `<?xml version="1.0"?><qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="one" title="One">${declarations}<qti-item-body>${body}</qti-item-body>${rest}</qti-assessment-item>`

export const item2 = (declarations: string, body: string, rest = '') =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="one" title="One" timeDependent="false">${declarations}<itemBody>${body}</itemBody>${rest}</assessmentItem>`

export const response3 = (id: string, cardinality: string, type: string, correct: string[], inside = '') =>
  `<qti-response-declaration identifier="${id}" cardinality="${cardinality}" base-type="${type}"><qti-correct-response>${correct.map((value) => `<qti-value>${value}</qti-value>`).join('')}</qti-correct-response>${inside}</qti-response-declaration>`

export const choice3 = item3(
  `${response3('RESPONSE', 'single', 'identifier', ['t'])}<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="4"/>`,
  `<p>Text.</p><qti-choice-interaction response-identifier="RESPONSE" shuffle="false" max-choices="1"><qti-prompt>Is it?</qti-prompt>
   <qti-simple-choice identifier="t">True</qti-simple-choice>
   <qti-simple-choice identifier="f">False <qti-feedback-inline outcome-identifier="F" identifier="f" show-hide="show">— <strong>No</strong></qti-feedback-inline></qti-simple-choice></qti-choice-interaction>`,
)

export const choice2 = item2(
  `<responseDeclaration identifier="R1" cardinality="multiple" baseType="identifier"><correctResponse><value>a</value><value>b</value></correctResponse>
   <mapping defaultValue="-2"><mapEntry mapKey="a" mappedValue="1"/><mapEntry mapKey="b" mappedValue="1"/><mapEntry mapKey="c" mappedValue="-2"/></mapping></responseDeclaration>`,
  `<choiceInteraction responseIdentifier="R1" shuffle="true" maxChoices="0"><prompt>Which?</prompt><simpleChoice identifier="a">x</simpleChoice><simpleChoice identifier="b">y</simpleChoice><simpleChoice identifier="c">z</simpleChoice></choiceInteraction>`,
)

const tag = (tag: string, attributes: string, inside: string) => `<${tag}${attributes}>${inside}</${tag}>`
const equal = (mode: string, to: string) =>
  `<qti-equal tolerance-mode="absolute" tolerance="${mode} ${mode}"><qti-variable identifier="R"/>${to}</qti-equal>`
const score = (points: number) =>
  `<qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">${points}</qti-base-value></qti-set-outcome-value>`

export const number3 = item3(
  response3('R', 'single', 'float', ['3.14']),
  '<p>π is <qti-text-entry-interaction response-identifier="R"/> or so.</p>',
  tag(
    'qti-response-processing',
    '',
    tag(
      'qti-response-condition',
      '',
      `<qti-response-if>${equal('0.01', '<qti-correct identifier="R"/>')}${score(2)}</qti-response-if><qti-response-else-if>${equal('0.1', '<qti-correct identifier="R"/>')}${score(1)}</qti-response-else-if><qti-response-else-if>${equal('0.01', '<qti-base-value base-type="float">2.72</qti-base-value>')}${score(0.5)}</qti-response-else-if>`,
    ),
  ),
)
export const rounded2 = item2(
  '<responseDeclaration identifier="R" cardinality="single" baseType="float"><correctResponse><value>123.4</value></correctResponse></responseDeclaration>',
  '<p><textEntryInteraction responseIdentifier="R"/></p>',
  '<responseProcessing><responseCondition><responseIf><equalRounded roundingMode="significantFigures" figures="3"><variable identifier="R"/><correct identifier="R"/></equalRounded></responseIf></responseCondition></responseProcessing>',
)

const pairs = ['C R', 'D M']
const set = (...choices: [string, string][]) =>
  tag(
    'qti-simple-match-set',
    '',
    choices
      .map(
        ([id, text]) =>
          `<qti-simple-associable-choice identifier="${id}" match-max="1">${text}</qti-simple-associable-choice>`,
      )
      .join(''),
  )
export const match3 = item3(
  response3('RESPONSE', 'multiple', 'directedPair', pairs),
  `<qti-match-interaction response-identifier="RESPONSE"><qti-prompt>Match:</qti-prompt>${set(['C', 'Capulet'], ['D', 'Demetrius'])}${set(['M', 'Dream'], ['R', 'Romeo'])}</qti-match-interaction>`,
)
export const gaps3 = item3(
  response3('G', 'multiple', 'directedPair', ['W G1', 'S G2']),
  '<qti-gap-match-interaction response-identifier="G"><qti-gap-text identifier="W" match-max="1">winter</qti-gap-text><qti-gap-text identifier="S" match-max="1">summer</qti-gap-text><p>The <qti-gap identifier="G1"/> and the <qti-gap identifier="G2"/>.</p></qti-gap-match-interaction>',
)
export const mixed3 = item3(
  `${response3('O', 'ordered', 'identifier', ['b', 'a'])}${response3('I', 'single', 'identifier', ['y'])}${response3('T', 'single', 'string', ['York'])}${response3('E', 'single', 'string', [])}${response3('H', 'single', 'identifier', ['h2'])}${response3('X', 'single', 'point', [])}`,
  `<qti-order-interaction response-identifier="O"><qti-simple-choice identifier="a">A</qti-simple-choice><qti-simple-choice identifier="b">B</qti-simple-choice><qti-simple-choice identifier="c">C</qti-simple-choice></qti-order-interaction>
   <p>Sun of <qti-text-entry-interaction response-identifier="T"/> is <qti-inline-choice-interaction response-identifier="I"><qti-inline-choice identifier="x">hot</qti-inline-choice><qti-inline-choice identifier="y">cold</qti-inline-choice></qti-inline-choice-interaction>.</p>
   <qti-rubric-block view="scorer"><qti-content-body><ul><li>1 point: Says why</li></ul></qti-content-body></qti-rubric-block><qti-extended-text-interaction response-identifier="E"/>
   <qti-hottext-interaction response-identifier="H"><p>One <qti-hottext identifier="h1">is</qti-hottext> or <qti-hottext identifier="h2">are</qti-hottext>.</p></qti-hottext-interaction>
   <qti-upload-interaction response-identifier="U"/><qti-hotspot-interaction response-identifier="X"><object data="a.png"/></qti-hotspot-interaction>`,
)
