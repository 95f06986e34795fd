/** Items of QTI 1.2 in the forms that several systems write, small ones of our own. */
export const quiz1 = (...items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="A quiz"><section ident="root">${items.join('\n')}</section></assessment></questestinterop>`

const entry = (label: string, value: string) =>
  `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${value}</fieldentry></qtimetadatafield>`

export function item1(type: string, presentation: string, processing: string, rest = '', points = '2.0'): string {
  const meta = entry('question_type', type) + (points === '' ? '' : entry('points_possible', points))
  return `<item ident="i1" title="Question 1"><itemmetadata><qtimetadata>${meta}</qtimetadata></itemmetadata>
    <presentation>${presentation}</presentation>
    <resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>${processing}</resprocessing>${rest}</item>`
}

export const text1 = (text: string, type = 'text/html') =>
  `<material><mattext texttype="${type}">${text.replaceAll('<', '&lt;')}</mattext></material>`

const label = (id: string, text: string, attributes = '') =>
  `<response_label ident="${id}"${attributes}>${text1(text, 'text/plain')}</response_label>`
export const lid = (ident: string, cardinality: string, labels: [string, string][], own = '', attributes = '') =>
  `<response_lid ident="${ident}" rcardinality="${cardinality}">${own}<render_choice shuffle="No">${labels.map(([id, text]) => label(id, text, attributes)).join('')}</render_choice></response_lid>`
export const equal = (response: string, value: string, rest = '') =>
  `<varequal respident="${response}"${rest}>${value}</varequal>`
export const rule = (condition: string, score: string, action = 'Set', says = '') =>
  `<respcondition continue="No"><conditionvar>${condition}</conditionvar>${score === '' ? '' : `<setvar action="${action}" varname="SCORE">${score}</setvar>`}${says === '' ? '' : `<displayfeedback feedbacktype="Response" linkrefid="${says}"/>`}</respcondition>`
export const feedback = (ident: string, text: string) =>
  `<itemfeedback ident="${ident}"><flow_mat>${text1(text)}</flow_mat></itemfeedback>`

const abc: [string, string][] = [
  ['10', 'A'],
  ['11', 'B'],
  ['12', 'C'],
]
export const one1 = item1(
  'multiple_choice_question',
  `${text1('<p>Which <b>one</b>?</p>')}${lid('response1', 'Single', abc)}`,
  `${rule(equal('response1', '10'), '', '', '10_fb')}${rule(equal('response1', '11'), '100', 'Set', 'correct_fb')}`,
  feedback('10_fb', '<p>Not A.</p>') + feedback('correct_fb', 'Well done.'),
)
export const many1 = item1(
  'multiple_answers_question',
  `${text1('Which?')}${lid('response1', 'Multiple', abc)}`,
  rule(
    `<and>${equal('response1', '10')}<not>${equal('response1', '11')}</not>${equal('response1', '12')}</and>`,
    '100',
  ),
)
const fib = (ident: string, rest = '') =>
  `<response_str ident="${ident}" rcardinality="Single"><render_fib ${rest}><response_label ident="answer1"/></render_fib></response_str>`
export const number1 = item1(
  'numerical_question',
  `${text1('How much?')}${fib('response1', 'fibtype="Decimal"')}`,
  `${rule(`<or>${equal('response1', '42.0')}<and><vargte respident="response1">41.5</vargte><varlte respident="response1">42.5</varlte></and></or>`, '100')}${rule('<vargte respident="response1">30</vargte><varlte respident="response1">31</varlte>', '50')}`,
)
export const short1 = item1(
  'short_answer_question',
  `${text1('Capital?')}${fib('response1')}`,
  rule(equal('response1', 'Paris') + equal('response1', 'Lutetia'), '100'),
)
export const essay1 = item1('essay_question', `${text1('Why?')}${fib('response1')}`, rule('<other/>', ''))
export const blanks1 = item1(
  'fill_in_multiple_blanks_question',
  `${text1('<p>Roses are [red], violets [blue].</p>')}${lid('response_red', 'Single', [['1', 'red']], text1('red'))}${lid('response_blue', 'Single', abc, text1('blue'), ' answer_type="dropdown"')}`,
  `${rule(equal('response_red', '1'), '50.00', 'Add')}${rule(equal('response_blue', '12'), '50.00', 'Add')}`,
)
export const matching1 = item1(
  'matching_question',
  `${text1('Match.')}${lid('response_7', 'Single', abc, text1('cat', 'text/plain'))}${lid('response_8', 'Single', abc, text1('dog', 'text/plain'))}`,
  `${rule(equal('response_7', '10'), '25', 'Add')}${rule(equal('response_8', '12'), '75', 'Add')}`,
)
export const calculated1 = (formula: string) =>
  item1(
    'calculated_question',
    `${text1('What is twice [x], with x = [x]?')}${fib('response1', 'fibtype="Decimal"')}`,
    rule('<other/>', '100'),
    `<itemproc_extension><calculated><answer_tolerance>0.1</answer_tolerance><formulas decimal_places="1"><formula>${formula}</formula></formulas>
     <vars><var name="x" scale="1"><min>1.0</min><max>9.5</max></var><var name="n" scale="0"><min>2.0</min><max>9.0</max></var></vars></calculated></itemproc_extension>`,
  )

const day = (id: string, text: string) => label(id, text)
/** As the examples of the specification have it, with a document type. */
export const ordered1 = `<!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2.dtd">
<questestinterop><item title="Days" ident="D"><presentation><flow>${text1('Order them.', 'text/plain')}
 <response_lid ident="OB" rcardinality="Ordered"><render_extension><ims_render_object shuffle="No"><flow_label>${day('A', 'Monday')}${day('C', 'Friday')}${day('B', 'Tuesday')}</flow_label></ims_render_object></render_extension></response_lid></flow></presentation>
 <resprocessing><outcomes><decvar varname="SCORE1"/></outcomes>${rule(equal('OB', 'A') + equal('OB', 'B') + equal('OB', 'C'), ' 5 ', 'Add')}</resprocessing></item></questestinterop>`

/** Gaps that stand among the pieces of their text. */
export const gaps1 = `<questestinterop><item ident="il_1" title="Cloze"><itemmetadata><qtimetadata>${entry('QUESTIONTYPE', 'CLOZE QUESTION')}</qtimetadata></itemmetadata>
 <presentation><flow>${text1('The sky is', 'text/xhtml')}<response_lid ident="gap_0" rcardinality="Single"><render_choice shuffle="Yes">${label('0', 'blue')}${label('1', 'green')}</render_choice></response_lid>${text1('and pi about', 'text/xhtml')}<response_num ident="gap_1"><render_fib fibtype="Decimal"/></response_num>${text1('in short', 'text/xhtml')}</flow></presentation>
 <resprocessing><outcomes><decvar/></outcomes>${rule(equal('gap_0', '0'), '1', 'Add')}${rule(equal('gap_1', '3.14'), '3', 'Add')}</resprocessing></item></questestinterop>`

/** Terms that belong to definitions, by pairs; the points of lines of an order by their places. */
export const grouped1 = `<questestinterop><item ident="il_2" title="Pairs"><presentation><flow>${text1('Match.')}<response_grp ident="MQ" rcardinality="Multiple"><render_choice shuffle="Yes">${label('0', 'meow', ' match_max="1" match_group="5,6"')}${label('1', 'wuff', ' match_max="1" match_group="5,6"')}${label('5', 'cat')}${label('6', 'dog')}</render_choice></response_grp></flow></presentation>
 <resprocessing><outcomes><decvar/></outcomes>${rule('<varsubset respident="MQ">0,5</varsubset>', '1', 'Add')}${rule('<varsubset respident="MQ">1,6</varsubset>', '1', 'Add')}</resprocessing></item></questestinterop>`

export const formatted1 = `<questestinterop><item maxattempts="0"><itemmetadata><bbmd_questiontype>True/False</bbmd_questiontype><qmd_absolutescore_max>3.0</qmd_absolutescore_max></itemmetadata>
 <presentation><flow class="Block"><flow class="QUESTION_BLOCK"><material><mat_extension><mat_formattedtext type="HTML">&lt;span&gt;It &lt;b&gt;is&lt;/b&gt; so.&lt;/span&gt;</mat_formattedtext></mat_extension></material></flow>
 <flow class="RESPONSE_BLOCK">${lid('response', 'Single', [
   ['true', 'true'],
   ['false', 'false'],
 ])}</flow></flow></presentation>
 <resprocessing><outcomes><decvar maxvalue="3.0" varname="SCORE"/></outcomes><respcondition title="correct"><conditionvar>${equal('response', 'false')}</conditionvar><setvar action="Set" variablename="SCORE">SCORE.max</setvar></respcondition><respcondition><conditionvar><other/></conditionvar><setvar action="Set">0.0</setvar></respcondition></resprocessing></item></questestinterop>`

export const spot1 = item1(
  'hot_spot_question',
  `${text1('Where?')}<response_xy ident="r"><render_hotspot><response_label ident="1" rarea="ellipse">1,1</response_label></render_hotspot></response_xy>`,
  '',
)
