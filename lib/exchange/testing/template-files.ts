import { item2, item3, response3 } from './qti-files.ts'

// Items of our own whose values are drawn, in the ways that template processing has.

const base = (type: string, value: string | number) => `<qti-base-value base-type="${type}">${value}</qti-base-value>`
export const whole = (value: number) => base('integer', value)
export const word = (value: string) => base('identifier', value)
export const of = (name: string) => `<qti-variable identifier="${name}"/>`
export const call = (name: string, ...parts: string[]) => `<qti-${name}>${parts.join('')}</qti-${name}>`
export const named = (name: string, attributes: string, ...parts: string[]) =>
  `<qti-${name} ${attributes}>${parts.join('')}</qti-${name}>`
export const exactly = (a: string, b: string) => named('equal', 'tolerance-mode="exact"', a, b)
export const set = (name: string, value: string) =>
  `<qti-set-template-value identifier="${name}">${value}</qti-set-template-value>`
export const right = (name: string, value: string) =>
  `<qti-set-correct-response identifier="${name}">${value}</qti-set-correct-response>`
export const when = (condition: string, yes: string, no: string) =>
  call('template-condition', call('template-if', condition, yes), call('template-else', no))
export const random = (low: number | string, high: number | string, step = '') =>
  `<qti-random-integer min="${low}" max="${high}"${step && ` step="${step}"`}/>`
export const among = (...values: string[]) => call('random', call('multiple', ...values))
export const print = (name: string, format = '') =>
  `<qti-printed-variable identifier="${name}"${format && ` format="${format}"`}/>`

const declared = (name: string, type: string) =>
  `<qti-template-declaration identifier="${name}" cardinality="single" base-type="${type}" math-variable="true"/>`
const entry = '<qti-text-entry-interaction response-identifier="R"/>'

/** Variables by name and type, rules, and a body in which a number is asked for. */
export const drawn3 = (variables: Record<string, string>, rules: string, body: string, rest = '', asked = 'float') =>
  item3(
    `<qti-response-declaration identifier="R" cardinality="single" base-type="${asked}"/>${Object.entries(variables)
      .map(([name, type]) => declared(name, type))
      .join('')}<qti-template-processing>${rules}</qti-template-processing>`,
    `<p>${body} ${entry}</p>`,
    rest,
  )

/** How a drawn number is compared: `by` says how near. */
export const compared = (by: string, to: string, score = 1) =>
  call(
    'response-processing',
    call(
      'response-condition',
      call(
        'response-if',
        `<qti-equal ${by}>${of('R')}${to}</qti-equal>`,
        `<qti-set-outcome-value identifier="SCORE">${base('float', score)}</qti-set-outcome-value>`,
      ),
    ),
  )

/** Which option is right is drawn, and so are the options. */
export const chosen3 = (rules: string, options: readonly string[], correct: string[] = []) =>
  item3(
    `${response3('C', 'single', 'identifier', correct)}${declared('n', 'integer')}${declared('k', 'identifier')}<qti-template-processing>${rules}</qti-template-processing>`,
    `<p>Of <math><mi>n</mi></math>?</p><qti-choice-interaction response-identifier="C" max-choices="1">${options
      .map((text, k) => `<qti-simple-choice identifier="o${k + 1}">${text}</qti-simple-choice>`)
      .join('')}</qti-choice-interaction>`,
  )

/** The older names. */
export const drawn2 = item2(
  `<responseDeclaration identifier="R" cardinality="single" baseType="integer"/>
   <templateDeclaration identifier="W" cardinality="single" baseType="string"/>
   <templateDeclaration identifier="A" cardinality="single" baseType="integer"/>
   <templateDeclaration identifier="B" cardinality="single" baseType="integer"/>
   <templateProcessing>
    <setTemplateValue identifier="W"><random><multiple><baseValue baseType="string">cats</baseValue><baseValue baseType="string">dogs</baseValue></multiple></random></setTemplateValue>
    <setTemplateValue identifier="A"><randomInteger min="2" max="4"/></setTemplateValue>
    <templateCondition>
     <templateIf><match><variable identifier="A"/><baseValue baseType="integer">2</baseValue></match>
      <setTemplateValue identifier="B"><randomInteger min="4" max="12" step="2"/></setTemplateValue></templateIf>
     <templateElseIf><match><variable identifier="A"/><baseValue baseType="integer">3</baseValue></match>
      <setTemplateValue identifier="B"><random><multiple><baseValue baseType="integer">6</baseValue><baseValue baseType="integer">12</baseValue></multiple></random></setTemplateValue></templateElseIf>
     <templateElse><setTemplateValue identifier="B"><baseValue baseType="integer">8</baseValue></setTemplateValue></templateElse>
    </templateCondition>
    <templateConstraint><not><equal toleranceMode="exact"><variable identifier="A"/><variable identifier="B"/></equal></not></templateConstraint>
    <setCorrectResponse identifier="R"><integerDivide><baseValue baseType="integer">120</baseValue><variable identifier="B"/></integerDivide></setCorrectResponse>
   </templateProcessing>`,
  '<p><printedVariable identifier="A"/> <printedVariable identifier="W"/> eat for 120 days; how long do <printedVariable identifier="B"/>? <textEntryInteraction responseIdentifier="R"/></p>',
)
