import type { Cue } from './cue.ts'

const deeply =
  '[so|very|really|truly|deeply|sincerely|terribly|completely|fully|totally|absolutely|certainly|just|also|do|can|definitely]'
const feeling =
  'frustrating|frustration|frustrated|upset|upsetting|disappointing|disappointment|disappointed|annoying|annoyed|inconvenient|inconvenience|stressful|stressed|worrying|worried|concern|concerns|concerned|difficult|hard|confusing|confused|painful|unpleasant|tough|scary|upsetting|distressing|anxious|angry|anger|trouble|hassle|experience|distress|feelings'

/** How the company listens: it says back what it understood, acknowledges and asks. */
export const listeningCues: readonly Cue[] = [
  {
    kind: 'understanding',
    strength: 0.75,
    phrases: `
      (is|was) (that|this|it) (right|correct|what you [mean|meant|want|need])
      (am|did|do|have) i (right|correct|understand|understood|get|got|have) [you|that|it|this] (correctly|correct|right)
      (i|we) [can|do|also|now] (see|understand|hear|gather|know|realize|realise|notice) [that] you (want|need|are|were|have|would|had|wish|do not|can not|prefer|did not|feel|got|must|really|just)
      (it|this) (seems|sounds|looks|appears) [like|that|as if] you (want|need|are|were|have|would|had|wish|do not|can not|prefer)
      (i|we) (understand|see|get|know|appreciate) (how important|the importance of|your need|your wish|your desire|your preference)
      the customer (wants|wanted|wishes|would like|believes|thinks|feels) _
      you wanted to _
      you were (in the process|trying to|about to) _
      the customer is (complaining|calling|asking|looking|unhappy|wondering|worried|trying|adding|hoping) _
      the customer has (a problem|an issue|been|not|never) _
      (did|do) you (need|want|wish|mean) to (change|cancel|move|book|check|return|report|add) your _
      since you (mentioned|said|told me|need|want) _
      so [then] (you|what you) (mean|are saying|are telling me|are asking|are looking|want|need|wish|would like|were|lost)
      (to make sure|just to confirm|to confirm|let me confirm|let me make sure|just to be clear|to be clear|to clarify|to summarize|to sum up) [that|i understand|i have this right|i got this right|i have that right] you (want|need|are|would|have|were|had)
      (if|as) i (understand|understood) (you|it|this|correctly)`,
  },
  {
    kind: 'understanding',
    strength: 0.65,
    where: 'openingQuestion',
    phrases: `
      [so|ok|okay|and|alright|sure|great|yes|oh] [then] you (wish|want|would like|need|are looking|mean|said|are trying|are going|were|prefer|do not|had|lost) _`,
  },
  {
    kind: 'acknowledgement',
    strength: 0.8,
    phrases: `
      (i|we) ${deeply} (understand|see|know|imagine|appreciate|realize|realise|recognize|recognise|get|hear|sympathize|sympathise|empathize|empathise) [that|how|why|exactly how|just how|completely how] (frustrating|upsetting|disappointing|annoying|inconvenient|stressful|worrying|difficult|hard|confusing|painful|scary|important|frustrated|upset|disappointed|worried|urgent|you feel|you must feel|you are feeling|much this|this feels|that feels|it feels)
      (i|we) ${deeply} (understand|appreciate|hear|recognize|recognise|acknowledge|share|see|get|sympathize with|empathize with) [you and|that you are|that this is|this is|that is|it is|you are|all|of] [very|so|quite|extremely|really] [your|the|a] (${feeling})
      (i|we) (am|are) ${deeply} sorry (you|your|you had|you have|you are|that you|that this|that it|this|to hear|for what|it has|for how|for all|about what|about your|for your [_])
      (apologize|apologise|apologies) [sincerely|deeply|again|so much] for (the|this|your|any|all|how|what|that) [very|long|poor|terrible] (frustration|experience|trouble|distress|wait|stress|delay|inconvenience|mistake|error|hassle|worry|confusion|way you|mix up)
      (sorry|apologies) (for|about) (the|this|your|all the|all this|any|that) [very|long|poor|terrible] (frustration|experience|trouble|distress|wait|stress|delay|inconvenience|mistake|error|hassle|worry|confusion|mix up|loss)
      [oh|i am|we are|so|very|really] sorry to hear [that|about|this|it|of|you]
      (that|this|it) (must|has to|had to) [have|be|feel|been|really|have been] [so|very|really|quite|incredibly|extremely] (frustrating|upsetting|stressful|difficult|hard|annoying|worrying|scary|disappointing|confusing|awful|terrible|be|feel) 
      (that|this|it) (sounds|is|was) [so|very|really|quite|incredibly|extremely|truly|like a] (frustrating|upsetting|stressful|annoying|worrying|scary|disappointing|awful|terrible|unacceptable|distressing|horrible|not the experience|not acceptable|not okay|not ok)
      (you have|you are) (every|absolutely|completely|totally) [a] (right|reason) [to be|to feel]
      (i|we) (would|would also) (feel|be) (frustrated|upset|annoyed|the same|worried|angry|disappointed) [too|as well|in your]
      (in your|put myself in your) (shoes|place|position)
      (i|we) hope [_] [_] [_] [_] (feel|feels|feeling|gets|get well|recover|recovers|better|wonderful|goes well|enjoy|enjoys|heals|goes great|is fine|is ok|is okay|are okay) [soon|better|well]
      i understand (the|your) (urgency|concern|concerns|frustration|worry|disappointment)
      (understandably|rightly|rightfully) (upset|frustrated|concerned|disappointed|angry|worried)
      (thank you|thanks) for (your patience|bearing with|telling|letting us know|letting me know|sharing|bringing this|being so patient|your understanding)
      (so|really|very) (glad|happy) (to hear|you|that you)
      (that|this|it) sounds [like|so|really] [a|lots of] (fun|lovely|wonderful|exciting|delightful)
      (i|we) hope (you|you all|your [_]|it|they) [all] (have|has|had) [a|lots of] (fun|great time|good time|nice time|lovely time|wonderful time)
      congratulations
      get well soon
      (i|we) (am|are) (glad|happy|pleased|delighted) to hear (that|it|this|you)
      (sounds|sounded) like (a lot of|lots of|so much|great) fun
      (sounds like|seems) you had your heart set on _
      that is (wonderful|lovely|fantastic|amazing) _
      [so|very] glad (it|that|we|i) (was|is|got|worked)
      [so|very] glad you (are|feel|like|liked|enjoyed|had|found) _
      that is a great (accomplishment|achievement)
      apologize for the (oversight|misunderstanding)
      that is (awesome|great|wonderful|fantastic) (news|i hope|i am glad)
      (happy|merry) (birthday|anniversary|christmas|holidays)
      (sorry|apologize) (that|i|we) [i|we] (was|were|have|could) not [been] (able|help|of)`,
  },
  {
    kind: 'acknowledgement',
    strength: 0.45,
    phrases: `
      (i|we) ${deeply} (understand (you|that|the [_] of|how|why|this)|hear you|hear that|feel your|see why|can see that|see your point|get that)
      my (sincere apologies|condolences|deepest sympathies|deepest condolences)`,
  },
  {
    kind: 'acknowledgement',
    strength: 0.5,
    where: 'aside',
    phrases: `
      (i|we) (am|are) (so|very|really|truly|deeply|terribly|extremely) sorry
      (i|we) [sincerely|deeply|do|truly] apologize
      sounds (wonderful|fun|lovely|exciting|delightful)
      (how|so|very) (exciting|lovely|sad|awful|terrible|wonderful|nasty|unfortunate|nice)`,
  },
  {
    // It leads up to a no.
    kind: null,
    looksLike: ['acknowledgement'],
    strength: 0,
    guard: 'stands',
    phrases: `
      (i|we) (am|are) (so|very|really|truly|deeply|terribly|extremely) sorry but`,
  },
  {
    kind: 'openQuestion',
    strength: 0.75,
    phrases: `
      what do you need
      what is your (request|concern|question|problem|issue|complaint)
      what is it (you|that you) (want|need|would like|are looking for)
      what are the details (for|of|about) your _
      how else (can|may|could) (i|we) (help|assist)
      what (kind|type|sort) of [_] [_] (are|would|do) you (looking|like|want|need)
      what information (are|would|do) you (looking|like|want|need)
      what (symptoms|are (her|his|their|the) symptoms)
      (how|what) (can|may|could|should) (i|we) [further|best|else] (help|assist|do for|be of) you [with|today|further]
      what are your (symptoms|concerns|plans|preferences|needs|thoughts|wishes)
      what (changes|modifications) (would|do) you (like|want|need)
      what (can|could) (i|we) (do|help)
      how (can|may|could) (i|we) (help|assist|be of|make)
      what (happened|is wrong|went wrong|is the matter|is the problem|is the issue|is the trouble|is your problem|seems to be|brings you|would help|matters|is going on|is bothering|is on your mind|makes you|do you mean|is unclear|exactly|specifically)
      what (are|were) you (looking for|hoping|trying|thinking|after|expecting|in the mood|doing)
      what (would|do) you (like|want|need|wish) (to do|to know|to see|to happen|to change|to ask|from|me to|us to|instead|help with|to search|to find)
      what (issue|problem|kind of help) [would|do|can|are|did] [you|i] [like|want|need|having|to]
      what (worries|concerns|bothers|troubles|frustrates|confuses) you
      what (did you (expect|hope|have in mind)|have you tried|do you need (it|this|that) for)
      what (would|could) (make|put|set) (it|this|that|things) right
      what has (this|that|it) (meant|been like|done)
      what has been the (worst|hardest|most difficult) [part|thing] (of|about|for)
      what (makes no sense|comes next|is (most|really) important) (to|for) you
      how (has|have|did) (this|that|it) (affected|affect) you
      how (did|does) (it|that|this) (happen|feel|go|look|work out)
      how (do you feel|was your|is your|would you like (to proceed|to go|me to|us to|it)|do you want (me|us|to proceed))
      why (do|did|are|would|were|is|was) (you|it|that)
      (tell|explain to|describe to|share with) (me|us) (more|what happened|how|why|about|a bit|a little|in your|everything|exactly)
      (could|can|would|please|would you) [you] [please] (describe|explain|elaborate|clarify|share more|give me more (detail|details|information)|tell me more|tell me what happened|tell me why|tell me about)`,
  },
]
