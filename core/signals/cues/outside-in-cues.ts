import { type Cue, day, number, period } from './cue.ts'

const deeply =
  '[so|very|really|truly|deeply|sincerely|terribly|completely|fully|totally|absolutely|certainly|just|also|do|can|definitely]'
const feeling =
  'frustrating|frustration|frustrated|upset|upsetting|disappointing|disappointment|disappointed|annoying|annoyed|inconvenient|inconvenience|stressful|stressed|worrying|worried|concern|concerns|concerned|difficult|hard|confusing|confused|painful|unpleasant|tough|scary|upsetting|distressing|anxious|angry|anger|trouble|hassle|experience|distress|feelings'

/** How the company turns to the customer: it listens, offers, owns and promises. */
export const outsideInCues: readonly Cue[] = [
  {
    kind: 'understanding',
    strength: 0.75,
    phrases: `
      (is|was) (that|this|it) (right|correct|what you [mean|meant|want|need])
      (am|did|do|have) i (right|correct|understand|understood|get|got|have) [you|that|it|this] (correctly|correct|right)
      (i|we) [can|do|also|now] (see|understand|hear|gather|know|realize|realise|notice) [that] you (want|need|are|were|have|would|had|wish|do not|can not|prefer|did not|feel|got|must|really|just)
      (it|this) (seems|sounds|looks|appears) [like|that|as if] you (want|need|are|were|have|would|had|wish|do not|can not|prefer)
      (i understand|i see|i get) (the importance|the urgency|how important|your need|your wish|your desire|your situation|the situation|your preference|your determination|your request|your position)
      [so|then] (you|what you) (mean|are saying|are telling me|are asking)
      so you (want|need|are|were|have|would|had|wish|can not|did not|do not|lost|got|said)
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
      (i|we) (am|are) ${deeply} sorry (you|you had|you have|you are|that you|that this|that it|this|to hear|for what|it has|for how|for all|about what|about your|for your [_])
      (i|we) (apologize|apologise) [sincerely|deeply|again|so much] for (the|this|your|any|all|how|what|that) [very|long|poor|terrible] (frustration|experience|trouble|distress|wait|stress|delay|inconvenience|mistake|error|hassle|worry|confusion|way you|mix up)
      (sorry|apologies) (for|about) (the|this|your|all the|all this|any|that) [very|long|poor|terrible] (frustration|experience|trouble|distress|wait|stress|delay|inconvenience|mistake|error|hassle|worry|confusion|mix up|loss)
      [oh|i am|we are|so|very|really] sorry to hear [that|about|this|it|of|you]
      (that|this|it) (must|has to|had to) [have|be|feel|been|really|have been] [so|very|really|quite|incredibly|extremely] (frustrating|upsetting|stressful|difficult|hard|annoying|worrying|scary|disappointing|confusing|awful|terrible|be|feel) 
      (that|this|it) (sounds|is|was) [so|very|really|quite|incredibly|extremely|truly|like a] (frustrating|upsetting|stressful|annoying|worrying|scary|disappointing|awful|terrible|unacceptable|distressing|horrible|not the experience|not acceptable|not okay|not ok)
      (you have|you are) (every|absolutely|completely|totally) [a] (right|reason) [to be|to feel]
      (i|we) (would|would also) (feel|be) (frustrated|upset|annoyed|the same|worried|angry|disappointed) [too|as well|in your]
      (in your|put myself in your) (shoes|place|position)
      (understandably|rightly|rightfully) (upset|frustrated|concerned|disappointed|angry|worried)
      (thank you|thanks) for (your patience|bearing with|telling|letting us know|letting me know|sharing|bringing this|being so patient|your understanding)
      (so|really|very) (glad|happy) (to hear|you|that you)`,
  },
  {
    kind: 'acknowledgement',
    strength: 0.45,
    phrases: `
      (i|we) ${deeply} (understand (your|you|that|the [_] of|how|why|this)|hear you|hear that|feel your|see why|can see that|see your point|get that)
      my (sincere apologies|condolences|deepest sympathies|deepest condolences)
      (that|this|it) (makes sense|is understandable|is a valid|is a great question|is fair)`,
  },
  {
    kind: 'openQuestion',
    strength: 0.75,
    phrases: `
      [how|what] (can|may|could|should) (i|we) (help|assist|do for|be of) you [with|today|further|#]
      what (can|could) (i|we) (do|help)
      how (can|may|could) (i|we) (help|assist|be of|make)
      what (happened|is wrong|went wrong|is the matter|is the problem|is the issue|is the trouble|is your problem|seems to be|brings you|would help|matters|is going on|is bothering|is on your mind|makes you|do you mean|is unclear|exactly|specifically)
      what (are|were) you (looking for|hoping|trying|thinking|after|expecting|in the mood|doing)
      what (would|do) you (like|want|need|wish) (to do|to know|to see|to happen|to change|to ask|from|me to|us to|instead|help with|to search|to find)
      what (changes|modifications|details|issue|problem|kind of help|else) [would|do|can|are|did] [you|i] [like|want|need|having|to]
      how (did|does) (it|that|this) (happen|feel|go|look|work out)
      how (are you|do you feel|was your|is your|would you like (to proceed|to go|me to|us to|it)|do you want (me|us|to proceed))
      why (do|did|are|would|were|is|was) (you|it|that)
      (tell|explain to|describe to|share with) (me|us) (more|what|how|why|about|a bit|a little|in your|everything|exactly|the)
      (could|can|would|please|would you) [you] [please] (describe|explain|elaborate|clarify|share more|give me more (detail|details|information)|tell me more|tell me what|tell me why|tell me about)`,
  },
  {
    kind: 'optionOffered',
    strength: 0.8,
    phrases: `
      (you|we|i) (can|could|may|might) (either|choose|pick|also choose|select between|opt) _
      (i|we) (can|could|would be able to|am able to|are able to|would like to|am happy to|will be happy to|would be happy to|am pleased to) (offer|suggest|arrange|propose) [you|a|an|to|the|for]
      (would|do) you (like|prefer|want|rather|mind) [me|us|it|to|that|a|the|for|if] [me|us|it|to] [_] [_] [_] [_] or
      (would|do) you (prefer|rather)
      (would|do) you (like|want) (me|us) to
      (would|do) you (like|want) (a refund|a replacement|a credit|a voucher|an exchange|a new|a callback|a call back|a discount)
      (which|what) (option|options|of these|of those) [would you|do you|works] (like|prefer|best|rather)
      (here are|there are|you have|we have|i have|these are) (${number}|some|the|your|a few|other|several|# different) [different|other|available] (options|choices|alternatives|ways|possibilities|solutions|available options)
      (your|the) (options|choices) (are|here)
      (another|one|other|second|alternative|first) (option|possibility|alternative|choice|way) (is|would be|could be|for you|might be)
      (alternatively|as an alternative|instead you can|instead i can|instead we can|what i can do|what we can do|what i could do|the best i can do is)
      (if you (prefer|like|would prefer|would like|would rather|want)) [to|a] [_] [_] [_] (i can|we can|i could|we could|you can|you could|i will|we will)
      (let me|allow me to) (offer|suggest|give you a|give you some|propose)
      (up to you|your choice|you choose|you decide|whichever you|whatever works|works best for you|suits you|which suits)`,
  },
  {
    kind: 'optionOffered',
    strength: 0.45,
    phrases: `
      (you|we) (can|could) (also|instead|try|always) _
      (how about|what about|what if) (i|we|you)
      (we|i) (can|could) (also|instead|still) (offer|give|send|refund|replace|book|provide|do|arrange|move|change|put)
      (would|will|does) (that|this|it|# [_]|one of those|any of those|any of these|either of those) [_] (work|be ok|be okay|be fine|help|suit|be acceptable|sound good|sound ok)
      (there is|we have|we do have|i have|i see) (also|another|an|one|a) [other|earlier|later|cheaper|available] (option|alternative|possibility|way|slot|appointment|flight|room|hotel|offer)`,
  },
  {
    kind: 'ownership',
    strength: 0.8,
    phrases: `
      (i|we) (will|am going to|are going to|shall) [personally|now|gladly|definitely|certainly|also|immediately|be] (take care of|handle|sort|sort out|fix|look into|looking into|make sure|ensure|see to|resolve|get this|get that|get it|get you|follow up|investigate|arrange|put this right|make it right|make this right|deal with|take ownership|take responsibility|chase|stay with|keep you|walk you|escalate this myself|correct|solve|make it up)
      (let me|allow me to) (fix|sort|take care of|handle|make this right|make it right|resolve|correct|get this|get that|look into|investigate|see what i can|see what we can|make sure|put this right|put that right|find out|personally)
      (i|we) (have|just|have just|have now|went ahead and|have gone ahead and|already) [personally|now|gone ahead and|also|successfully|just|already] (fixed|sorted|resolved|refunded|cancelled|canceled|corrected|updated|arranged|processed|issued|credited|removed|waived|rebooked|booked|changed|escalated|added|applied|initiated|reset|sent|ordered|replaced|reimbursed|upgraded|extended|reversed|submitted)
      (leave it|leave this|leave that) (with|to) (me|us)
      (i|we) (take|accept) [full] (responsibility|ownership)
      (this is|that is|it is|it was|that was) (our|my) (mistake|fault|error|responsibility)
      (i|we) made (a|an) (mistake|error)
      (on|by) me personally
      (my|our) (responsibility|job) to`,
  },
  {
    kind: 'ownership',
    strength: 0.45,
    phrases: `
      (let me|i will|allow me to|i can) [just|quickly|go ahead and|certainly|definitely|gladly|also] (check|look|see|do that|do this|update|process|cancel|change|book|refund|reset|add|go ahead)
      (i am|we are) (on it|looking into|checking|working on|investigating)`,
  },
  {
    kind: 'promise',
    strength: 0.8,
    phrases: `
      (will|shall|should|is going to|are going to) [be|also|then|now|usually|normally|all] (receive|get|have|hear|arrive|deliver|delivered|refunded|sent|shipped|credited|call|email|contact|come|send|appear|resolved|fixed|ready|reach|reflect|post|processed|completed|update|notify|reply|respond|get back|follow up|take effect|refund|ship|replace|fix|resolve|go out|with you) [_] [_] [_] [_] [_] [_] (by|within|before|no later than|on|in|in the next|over the next) [the|next|this|about|approximately|up to|around|at most] (${day}|# [to|or|and|business|working] [#] [business|working] (${period}))
      (will|shall|should) [be|also|then|now] (receive|get|have|hear|arrive|be|delivered|refunded|sent|shipped|credited|call|email|contact|come|send|appear|resolved|fixed|ready|reach|get back|follow up|with you|there) [_] [_] [_] (within|in|by) [the|next|about|up to|around] (${number}) [to] [#|${number}] [_] (${period})
      (i|we) (promise|guarantee|give you my word|assure you) [you|that|it|this|i|we|to]
      (i|we) will [_] [_] [_] [_] (by|before) (${day}|# am|# pm)
      (i|we) will (take care of|sort|fix|handle|resolve|call|refund|send|ship|email|process|replace|check|look into|get back to) [_] [_] [_] (${day})`,
  },
  {
    kind: 'promise',
    strength: 0.5,
    phrases: `
      you will (receive|get|hear) (a|an|the|your|from|it|back|another) _
      (i|we|someone|they|our team|a colleague|a specialist) will [_] (call|email|contact|get back to|follow up with|notify|update|reply to|send|write to|text|refund|reimburse|replace|ship|inform|let) [you|a|the|your]
      (your|the) (refund|order|package|replacement|card|money|credit|parcel|item|items|voucher|certificate) will [be|also|then] (arrive|processed|refunded|sent|issued|shipped|credited|delivered|returned|back)`,
  },
  {
    kind: 'wayOut',
    strength: 0.7,
    guard: 'stands',
    phrases: `
      (but|however|instead|alternatively|though|although) [_] [_] (i|we|you) (can|could|may|might|will be able|would be able|would need) [_] [_]
      (the only|one|another|your only|your best|the best) (option|way|possibility|alternative|course of action|solution) [_] [_]
      (what|all|the best) (i|we|you) (can|could) (do|offer) [instead|for you|is]
      (you|we) would (need|have) to [first] (cancel|rebook|book|upgrade|return|provide|change|consider) _
      (i|we) can (only|still|also|however|instead) _
      (i|we) (am|are) only able to _
      (only|possible|allowed|permitted|eligible) (if|with|within|when|once|unless|under|until) _
      unless you _
      (would|do) you (like|want|prefer) (me|to|another|a|us|something) _
      [you] (can|could|may) [instead|still|also|always] (try|choose|use|upgrade|rebook|buy|request|visit|book|apply|select) _
      (let me know|tell me) if you (would like|want|prefer|have) [to|another|a|any]
      if you (have|can|could|provide|give|would like|prefer|upgrade|bring|want|remember|are willing|buy|change|cancel) [_] [_] [_] [_]`,
  },
]
