import { type Cue, day, number, period } from './cue.ts'

const deeply =
  '[so|very|really|truly|deeply|sincerely|terribly|completely|fully|totally|absolutely|certainly|just|also|do|can|definitely]'
const feeling =
  'frustrating|frustration|frustrated|upset|upsetting|disappointing|disappointment|disappointed|annoying|annoyed|inconvenient|inconvenience|stressful|stressed|worrying|worried|concern|concerns|concerned|difficult|hard|confusing|confused|painful|unpleasant|tough|scary|upsetting|distressing|anxious|angry|anger|trouble|hassle|experience|distress|feelings'
const wehelp =
  'offer|refund|change|do|make|give|process|waive|cancel|extend|accept|allow|provide|approve|grant|replace|exchange|reimburse|modify|add|remove|honor|honour|issue|fulfill|fulfil|upgrade|return|credit|proceed|compensate|guarantee|assist you with|help you with|help with|book|transfer'

/** What the company says, most telling first. */
export const companyCues: readonly Cue[] = [
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
    kind: 'ruleCited',
    strength: 0.8,
    phrases: `
      (our|the|company|airline|store|bank|this|return|refund|cancellation|warranty|my|standard|current|such) [company|return|refund|cancellation|store|standard|current|internal|privacy|baggage|shipping|exchange|fare|existing|strict|security] (policy|policies|rules|guidelines|regulations|procedure|procedures|terms|terms and conditions|protocol) (is|are|do|does|states|state|says|say|requires|require|only|prevents|prevent|prohibits|allows|allow|stipulates|dictates|permits|clearly|that|we|which|will|can|has|have|for|not|dictate|mandates) _
      (according to|as per|per|under|based on|in accordance with|due to|because of|in line with|as stated in|following|pursuant to|subject to|within|against|by) (our|the|company|airline|your|my) [company|airline|return|refund|cancellation|store|standard|current|membership|internal|fare|baggage|strict|security|warranty|terms of|shipping|privacy] (policy|policies|rules|guidelines|regulations|terms|terms and conditions|procedures|procedure|contract|agreement|conditions|service|fare rules|protocol)
      (it is|this is|that is|it is just|is|are) [our|the|company|standard|airline|strictly] [company] (policy|procedure|protocol|against policy|against our policy|against the rules|not within our policy)
      (as per|per|against|outside|outside of|beyond|not part of|violates|violate) [our|the|company] (policy|guidelines|procedure|rules|protocol|regulations)
      (terms and conditions|terms of service|terms of use|fine print|company policy|policy states|policy says|policy does not|policy is|policy prohibits|policy requires|policies do not|our policy|our policies|our guidelines|our rules|house rules|the rules|regulations require|rules require|rules state)
      (for|due to) (security|privacy|compliance|legal|regulatory|data protection|policy) (reasons|reason|purposes|regulations|requirements)
      (you|customers|passengers|members) (agreed to|signed|accepted) (the|our|these|those) (terms|conditions|contract|agreement)
      (not|only) (eligible|permitted|allowed|entitled|covered|authorized|authorised) (for|to|under|by|per) (a|the|our|your|this) [_] [policy|terms|rules|fare|ticket|conditions|plan]
      (we|i) (am|are) (only|not) (allowed|permitted|authorized|authorised) to
      (the system|my system|our system) (does not|will not|can not) (allow|let|permit)
      (i am|we are) required to (follow|ask|verify|obtain|have)`,
  },
  {
    kind: 'refusal',
    strength: 0.85,
    guard: 'stands',
    phrases: `
      (i am|we are|i am afraid|unfortunately|regrettably|sorry|sorry but|i am sorry but|but|however) (i|we|it|that|this|they|you) (can not|could not|am not able|are not able|is not|are not|am unable|are unable|will not|do not|does not) [be|be able|to|be able to] (possible|able|allowed|permitted|eligible|entitled|available|refundable|offer|refund|change|do|make|process|cancel|give|allow|accept|extend|help|provide|approve|grant|waive|replace|exchange)
      (i am|we are|am|are|i was|we were) [unfortunately|currently|still|simply|just] (unable|not able|not allowed|not permitted|not authorized|not authorised|not in a position) to (${wehelp})
      (i|we) (can not|could not|will not be able to|would not be able to|may not|will not) [unfortunately|currently|just|simply|directly|also] (${wehelp})
      (i|we) do not [currently|unfortunately|usually|generally] (offer|allow|accept|refund|provide|cover|permit|make exceptions|give|do refunds|reimburse|have the ability|have the authority|have any option|have a way|support|honor)
      (is|are|was|were) [unfortunately|strictly|currently|simply|just] not [a|an|be] (possible|allowed|permitted|refundable|eligible|entitled|covered|returnable|transferable|exchangeable|changeable|an option|something we|something i|valid for|available for|authorized)
      (not|no longer) (eligible|entitled|qualify|qualified|covered) [for|to|by|under]
      (does|do|did) not (qualify|meet the|allow|permit|entitle)
      (non|is non) (refundable|returnable|transferable)
      (no|not any) (exceptions|exception|refunds|refund|way to|way i can|possibility|option for|options available)
      (has been|was|is|have been|been) (denied|declined|rejected|refused)
      (must|have to|need to) (decline|deny|refuse|reject)
      (there is|there are) (nothing|not much|little|no way) (i|we|more|else|that|for) [can|could]`,
  },
  {
    kind: 'deflection',
    strength: 0.8,
    phrases: `
      (please|kindly|you can|you may|you should|you could|you will|i suggest you|feel free to|do) [also|always|simply|just|find] (check|see|refer|visit|consult|read|review|look|go|head|find|browse) [out|to|at|on|over] [out|to|on] (our|the|your) [online|official|company] (faq|faqs|website|web site|site|help center|help centre|help page|help pages|support page|knowledge base|terms|documentation|user guide|manual|instructions|homepage|app store|forum|community)
      (as|like) (i|we) [have|had] [already|just|previously] (said|stated|mentioned|explained|told you|informed you|advised)
      as [was|previously|already|stated|mentioned] (stated|mentioned|explained|said|indicated|advised|discussed|informed) (before|above|earlier|previously|already)
      (as previously|as already|already|previously) (stated|mentioned|explained|said|advised|informed)
      (there is|that is) nothing (else|more|further|i can do|we can do|that can be done|that i can do|that we can do|more i can|more we can)
      (not|is not|was not|are not) (our|my|the company) (fault|responsibility|problem|department|job|concern|mistake)
      (out of|beyond|outside) (our|my) (control|hands|scope)
      (you should have (called|contacted|read|checked|told|known|asked|notified|done)|you needed to have|you were supposed to|you failed to|you did not (read|follow|notify))
      (try again|call back|come back|check back|contact us|reach out) (later|another time|in a few|some other time|tomorrow|during business hours|during office hours)
      [please] (be patient|wait your turn|calm down|relax)
      (this|your) (chat|case|ticket|conversation|request) (will be|is being|is|has been) (closed|closing)
      (your call is important|your message is important|high volume of|higher than usual|higher than normal|unusually high)
      (submit|open|file|create|raise|log) (a|another|a new) (ticket|form|request|claim) (on|via|through|online|at|in|using)
      nothing (i|we) can do`,
  },
  {
    kind: 'spokenHandOff',
    strength: 0.85,
    phrases: `
      (you|they) [will|would|may|might] [just] (need|have|must|want|should|ought) to (contact|call|speak|talk|reach|email|write|go|get in touch|ask|phone|reach out|take this up|take it up|check with) [to|with|out|through] [to] (the|our|your|their|a|an|another|someone) [_] [_] [_] [department|team|office|line|desk|support|bank|provider|airline|hotel|manager|supervisor|specialist|branch|carrier|store|agent|representative|doctor|manufacturer|seller|agency]
      (please|kindly|you can|you should|you could|you may|you must) (contact|call|speak|talk|reach|email|phone|reach out|get in touch) [to|with|out] [to] (the|our|your|their|another|a) [_] [_] (department|team|office|line|desk|support|bank|provider|manager|supervisor|specialist|branch|carrier|manufacturer|seller|agency|service|agents|colleagues|services|card issuer)
      (i|we) (will|can|am going to|shall|need to|have to|must|would need to|am about to|would like to|would) [now|have to|need to|try to|go ahead and] [be] (transfer|transferring|forward|forwarding|connect|connecting|pass|passing|redirect|redirecting|hand|route|direct|refer|escalate|escalating|put through) (you|this|your|it) [call|chat|case|request|over|on|through] [to|over|on|through|with] [to|with] _
      (let me|allow me to) [now|just|quickly|go ahead and] (transfer|forward|connect|pass|redirect|hand|refer|put|escalate|get) (you|this|your|it) [call|chat|case|request|over|on] (to|over|on|through|with|onto|across) _
      (transferring|connecting|forwarding|redirecting|passing|transferred|escalated) (you|this|your case|your call|your request|to a) [over] [to|with|on|now] _
      (that|this|it|which|those|these) [is|are|issue is|matter is|would be|will be|has to be|must be|needs to be] [is|a|an|something] (handled|dealt with|managed|processed|done|taken care of) by (another|a different|our|the|a)
      (that|this|it) (is|would be|is for|falls under) (another|a different|the wrong|a matter for|a question for|not my|not our) [_] [department|team|colleague|unit|office]
      (wrong|different|another|other|appropriate|relevant|responsible|correct|right) (department|team|office|extension)
      (my|our|a|another|the next) (colleague|colleagues|supervisor|manager|human agent|specialist|live agent|human representative) (will|who|from|can help|can assist|should be able)
      (recommend|suggest|advise|try) (contacting|calling|speaking to|speaking with|reaching out to|getting in touch with) _
      (i|we) (can|could|may|will|would|recommend|need to|have to|must|to|me to|going to) (transfer|transferring|connect|connecting|forward|pass) (you|your) [case|request|call] [over] to _
      like me to (transfer|connect|forward|pass|put) (you|your|this) [case|request|call] [over|through] to _
      (speak|talk) (to|with) (a|my|the|your|our) (supervisor|manager|colleague|human|specialist|bank|doctor)
      (i|we) (do not|can not) (handle|deal with|do that here|process) (that|those|this|these|your|refunds|billing)
      (not|is not) (my|our) (department|area|team)
      (transfer|transferred|transferring|escalate|escalated|hand|handed) [you|this|your request|over] to (a human|a live|another|the|our|a) [human|live|appropriate|relevant|correct] (agent|agents|representative|department|team|specialist|person|office|colleague)`,
  },
]
