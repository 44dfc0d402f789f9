import { type Cue, feltBy as i, howMuch as very } from './cue.ts'

const others =
  '(someone|somebody|colleague|neighbour|neighbor|friend|brother|sister|cousin|aunt|uncle|everyone|everybody|people)'

/** How customers say that they are relieved, glad or thankful; and what only sounds like it. */
export const easedCues: readonly Cue[] = [
  {
    kind: null,
    looksLike: ['joy', 'gratitude', 'relief', 'surprise'],
    strength: 0,
    guard: 'stands',
    phrases: `
      (best|kind|kindest|warm|warmest) (regards|wishes|greetings)
      (look|looking) forward to [_] [_] (answer|answers|reply|replies|response|feedback|hearing|call|email|message|news|solution|help)
      be ${very} (glad|happy|pleased|grateful|thankful)
      have [a|an] (kind|nice|lovely|pleasant) voice
      (nice|kind|friendly|pleasant|lovely|good|great|fine) enough
      (some|any|something|anything|somewhere|nothing) nice
      ${others} [in _] (is|are|was|were|has|have) [been] ${very} (delighted|happy|thrilled|enjoying|lovely|excited|impressed|pleased|amazing|kind|understanding|helpful)
      (a|the|your|another) thank you [for|note|card|letter|message]
      (you|they|letter|email) (thank|thanks|thanked) (me|us)
      (sounded|looked|seemed|sounds) ${very} (great|good|nice|perfect)
      no (offers|offer|adverts|advertising|upgrade|extras) (thank you|thanks)`,
  },
  {
    kind: 'relief',
    strength: 0.7,
    phrases: `
      ${i} ${very} (relieved|reassured|glad it is over|glad that is over|glad this is over|glad it is sorted|glad it is fixed|glad that is sorted)
      (what a|such a|that is a|it is a|huge|big|great|a|to my) relief
      (phew|whew|thank god|thank goodness|thank heavens|thank the lord|finally (someone|fixed|resolved|works|working|sorted|a [_])|(got|get|gets|made|managed|worked|works|found|fixed|solved|sorted|succeeded) [it|there|this] in the end)
      (weight|load) off my (mind|shoulders|chest)
      (can|could) (finally|now) (relax|rest|breathe|sleep)
      (puts|put|set|sets) my mind at (ease|rest)
      (good|glad|great|nice) to (know|hear) (it is|that it|my|that my|this is) (safe|ok|okay|fine|sorted|working|resolved|fixed)
      😌`,
  },
  {
    kind: 'relief',
    strength: 0.45,
    phrases: '(relief|relieved|reassuring)',
  },
  {
    kind: 'joy',
    strength: 0.7,
    phrases: `
      ${i} ${very} (happy|glad|thrilled|delighted|pleased|excited|overjoyed|ecstatic|over the moon|impressed|satisfied|stoked)
      (i|we) (love|loved|adore|really like|really enjoyed|enjoyed) (it|this|that|your|the|how|you|my)
      (made|make|makes) my (day|week|year|night)
      (great|excellent|amazing|fantastic|wonderful|outstanding|brilliant|superb|awesome|exceptional|perfect|lovely) [customer] (service|job|experience|support|work|help|team|news|company|app|product|idea)
      (best|greatest) (service|experience|company|customer service|app|day|thing|news) [ever]
      (keep up the (good|great) work|well done|good job|great job|nice work|highly recommend|would recommend|will recommend|five stars|5 stars)
      (😀|😁|😃|😄|😆|😊|😍|🥰|😂|🤣|🎉|❤|♥|👏|💕|😎|🤗|🥳|🙂)`,
  },
  {
    kind: 'joy',
    strength: 0.45,
    phrases: `
      (i|we) [really|still|also] like (it|this|that|how|your|the way|her|him)
      (my|is my|are my) [_] (favorite|favourite)
      (laughed|laughing|laugh|genius|gorgeous|delicious|too good|incredible|well said|good point|makes me smile|made me smile|ha ha|lol|loves|can not wait to|look forward to|hilarious)
      (delighted|thrilled|excited|exciting|happy|glad|yay|woohoo|hooray|hurray|loved|loving|adorable|enjoy|enjoyed|enjoying|hilarious|haha|hahaha|lmao|rofl|congrats|congratulations|impressed|proud)`,
  },
  // Praise, as far as nothing takes it back.
  {
    kind: 'joy',
    strength: 0.7,
    guard: 'unmixed',
    phrases:
      '(works|worked|working|work) (perfectly|great|like a charm|like a dream|beautifully|flawlessly|wonderfully)',
  },
  {
    kind: 'joy',
    strength: 0.45,
    guard: 'unmixed',
    phrases: `
      (pretty good|really good|so good|very interesting|looking forward to)
      (amazing|awesome|fantastic|wonderful|brilliant|excellent|superb|perfect|beautiful|lovely|impressive)`,
  },
  {
    kind: 'joy',
    strength: 0.25,
    phrases: '(the best|my best|cute|sweet|fun|love|lol|funny|legend|hero|good job|good one)',
  },
  {
    kind: 'joy',
    strength: 0.25,
    guard: 'unmixed',
    phrases: '(great|nice|cool)',
  },
  {
    kind: 'gratitude',
    strength: 0.7,
    phrases: `
      (i|we) [really|so|truly|very much|do|greatly|am|are] (appreciate|appreciated|appreciative|grateful|thankful) [that|it|your|you|for|of|all]
      ${i} ${very} (grateful|thankful|appreciative|indebted)
      (thank you|thanks|thank u|thx) (so much|very much|a lot|a million|a bunch|a ton|tons|from the bottom)
      (thank you|thanks|thank u) [so much|very much|again] for (your|the|all|being|helping|everything|taking|solving|sorting|fixing|getting|going|understanding|sharing|this|that|making)
      (could not have|would not have) (done|solved|managed) [it|this|that] without you
      (you are|you have [all] been|you were|he has been|she has been|they have been) [a|an|so|very|really|such|most|extremely|super|a great|a big|a real] (lifesaver|life saver|star|angel|legend|great help|amazing help|big help|very helpful|helpful|so kind|kind)
      (much|very|greatly|really) (appreciated|obliged|thankful)
      🙏`,
  },
  {
    kind: 'gratitude',
    strength: 0.25,
    phrases:
      '(thank you|thanks|thank u|thank|thankyou|thx|ty|tysm|appreciate it|thanx|tks|merci|gracias|danke|much obliged)',
  },
]
