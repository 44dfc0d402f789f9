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
      (i|we) (understand|see|get|know|appreciate) (how important|the importance of|your need|your wish|your desire|your preference)
      the customer (wants|wanted|wishes|would like|believes|thinks|feels) _
      you wanted to _
      you were (in the process|trying to|about to) _
      the customer is (complaining|calling|asking|looking|unhappy) _
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
    kind: null,
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
  {
    kind: 'optionOffered',
    strength: 0.8,
    guard: 'stands',
    phrases: `
      (you|we|i) (can|could|may|might) (either|choose|pick|also choose|select between|opt) _
      (i|we) (can|could|would be able to|am able to|are able to|would like to|am happy to|will be happy to|would be happy to|am pleased to) (offer|suggest|propose) [you|a|an|to|the|for]
      (would|do) you (prefer|rather) (me|us|to|a|an|the|#|another|that|this|direct|something) _
      (would|do) you (like|want) to (change|adjust|modify|widen|alter) [any|some|one] [of] [your|the] (criteria|preferences|filters|search|budget|date|dates|time)
      (would|do) you (like|want|prefer) (somewhere|someone|anything) else
      (would|do) you [still] (like|want|prefer) (me|us) to (file|submit|call|put|apply|request|ask|change|split) _
      (can|could|should|shall|may) (i|we) (book|try|do|use|make|take) [_] [_] [_] [_] [_] [_] instead
      (do|would) you (want|like) (me|us) to [_] [_] [_] instead
      is there a different (place|time|date|day|city|area) _
      (which|what) (flight|option|room|hotel|one) [_] you would (like|prefer|want) to (choose|take|book)
      (would|do) you (like|want) to (use|proceed with using) _
      (would|do) you (like|want) to (use|proceed with) (that|the|your|a|this|another) (combination|alternative|other|gift|certificate|voucher|credit|card)
      (consider|following) [_] (alternatives|alternative)
      consider (the following|one of|these) _
      (following|these) [_] [_] (options|choices|alternatives|times|slots)
      you have the following payment methods
      (here are|found) [the] [${number}|some|several|these|following|other] [the] [available|suitable|possible] [nonstop|direct|connecting|one stop|economy|business|round trip] (flights|options|rooms|hotels|apartments|restaurants|times|slots|appointments) _
      (i|we) have [a|an|one|#] [_] [_] (available|open|slot|opening) [if|at|on|for|if you|time]
      (i|we) (can|could) do (${day}|#|another|a different)
      (i|we) have (${day}) _
      (would|do|did) you (like|want) (me|us) to (check|try|search|look|explore|see|send|suggest|find|add|include|give|provide|arrange|recommend|offer|show) _
      (would|do) you (like|want|wish|care) to (try|check another|explore|book [_] [_] [_] [_] [_] instead|choose|consider|look for another|keep|go with|reschedule) _
      (would|do) you (like|want|need|require|prefer) (another|a different|different|some|one of|a refund|a replacement|a credit|a voucher|an exchange|a new|a callback|a call back|a discount|that|those|these|something|either) _
      or would you (like|prefer|rather) _
      or (should|shall) i (transfer|book|check|try|search|keep|send|look|order|find) _
      or do you (want|prefer) _
      (would you like|would you prefer|do you want|should i|shall i|shall we) [_] [_] [_] [_] [_] [_] or (another|a different|try|something|should|shall|rather)
      (which|what) (option|options|of these|of those|one) [would you|do you|works] [like|prefer|best|rather]
      (here are|there are|you have|we have|i have|these are|here is) (${number}|some|the|your|a few|other|several) [different|other|available|nonstop|direct|upcoming|possible|alternative|one stop] [different|other|available|nonstop|direct|flight|possible] (options|choices|alternatives|ways|possibilities|solutions|flights|rooms|times|slots|restaurants|hotels)
      (like|want) to explore [_] [_] (options|alternatives)
      your (options|choices) (are|here)
      (would|do) you (like|want) (me|us) to proceed with (issuing|offering|providing|sending|crediting|giving) _
      or explore (other|different|alternative) _
      (would|will) need to (book|buy|purchase|make) a new _
      (would|do) you (like|want) to (file|submit|report) _
      is # (am|pm) [on] [${day}] (good|ok|okay|fine)
      (has|have) an opening _
      which would you (prefer|like)
      how about _
      how is # (am|pm)
      should i try _
      (i|we) can see about _
      either (your|the|a) _
      but (i|we) found (a|an|another) _
      try another [_] [_] or another _
      (is|are) not available but _
      (would|do) you like [for] me to reserve a _
      (another|one|other|second|alternative|first|next|cheapest|quickest) [return] (option|possibility|alternative|choice) [_]
      (alternatively|as an alternative) [_] (i|we) (can|could|may)
      (instead you can|instead i can|instead we can|what i can do|what we can do|what i could do|the best i can do is)
      (i|we) (can|could) (try|check|look|search|book|send|see|find) [_] [_] [_] [_] [_] if you (would like|prefer|like|want|wish)
      (if you (prefer|would prefer|would rather)) [to|a] [_] [_] [_] (i can|we can|i could|we could|you can|you could)
      (let me|allow me to) (offer|suggest|give you a|give you some|propose)
      (up to you|your choice|you choose|whichever you|whatever works|works best for you|suits you|which suits)
      (what|how) about (the|a|an|another|at|we|you|i|going|trying|something|#|_ or) _
      (how about|what about) # 
      (do|would) you (like|want) to (change|try) [_] [_] [_] [_] (and try|instead|another|different)
      (can|could|should|shall) i (check|try|find|book|offer|look for|search for|get you) (another|a different|an alternative|other) _
      (can|could|shall|should) (we|i) try (another|a different|a later|again)
      would (a|an|another) (later|earlier|different) [_] (be|work|suit)
      (perhaps|maybe) you (would like|could|can) (try|to try|choose|to choose|go|book|to book) _
      let us consider _
      if you would like i (can|could) (try|attempt|check|book|look|send|offer|search|find|see)
      offer (to|them|the customer|you|him|her) _`,
  },
  {
    kind: 'optionOffered',
    strength: 0.5,
    guard: 'stands',
    phrases: `
      you can also (choose|use|pick|get|take|have|ask for|opt)
      (we|i) (can|could) (also|instead|still) (offer|give|send|refund|replace|book|provide|do|arrange|move|change|put|try)
      (i|we) could try _
      (would|will|does) (that|this|it|# [_]|one of those|any of those|any of these|either of those) [_] (work|be ok|be okay|be fine|suit|be acceptable|sound good|sound ok)
      (there is|we have|we do have|i have|i see) (also|another|an|one|a) [other|earlier|later|cheaper|available] (option|alternative|possibility|slot|appointment|room|hotel|offer)
      i can (send|offer|give|book|refund) [you] [_] [_] [_] [_] or (refund|send|offer|give|book|do|replace|you) _`,
  },
  {
    kind: 'optionOffered',
    strength: 0.6,
    guard: 'stands',
    where: 'openingQuestion',
    phrases: `
      (would|do) you (like|want|wish|care) to (see|look|hear|schedule|search|pick|select|view|check) _
      should i [_] (something|another)`,
  },
  {
    kind: 'ownership',
    strength: 0.8,
    guard: 'firm',
    phrases: `
      (i|we) (will|am going to|are going to|shall) [personally|now|gladly|definitely|certainly|also|immediately|be|first|then|just|go ahead and] (take care of|handle|sort|sort out|fix|look into|looking into|make sure|ensure|see to|resolve|get this|get that|get it|follow up|investigate|arrange|put this right|make it right|make this right|deal with|take ownership|take responsibility|chase|stay with|walk you|escalate this myself|correct|solve|make it up|work|do anything|do everything|do my best|try|find out|figure) _
      (let me|allow me to) (fix|sort|take care of|handle|make this right|make it right|resolve|correct|get this|get that|look into|investigate|see what i can|see what we can|make sure|put this right|put that right|find out|personally)
      (i|we) (have|just|have just|have now|went ahead and|have gone ahead and|already) [personally|now|gone ahead and|also|successfully|just|already] (fixed|sorted|resolved|refunded|cancelled|canceled|corrected|updated|arranged|processed|issued|credited|removed|waived|rebooked|booked|changed|escalated|confirmed|determined|secured|added|applied|initiated|reset|sent|ordered|replaced|reimbursed|upgraded|extended|reversed|submitted|scheduled|reported|filed|blocked|unlocked|reserved|entered|included|put in)
      (i|we) [just] (booked|cancelled|canceled|fixed|corrected|refunded|changed|updated|scheduled|waived|removed|ordered|reserved) (this|that|it|the|a|your|you)
      (i|we) (checked again|double checked|have double checked) [_]
      (i|we) (was able to|were able to|managed to|have managed to) (confirm (reservations|your|the|a)|book|fix|cancel|change|get|make|reserve|schedule|add|update|refund|resolve|complete) _
      (leave it|leave this|leave that) (with|to) (me|us)
      (i|we) (take|accept) [full] (responsibility|ownership)
      (this is|that is|it is|it was|that was) (our|my) (mistake|fault|error|responsibility)
      (i|we) made (a|an) (mistake|error)
      i was mistaken
      i have noted _
      (hold on|wait|moment|bear with me) [for] [a|one] [moment|minute|second] while (i|we) _
      (sorry|apologies) my (error|mistake|fault|bad)
      (i|we) (booked|reserved|scheduled) (#|one|two) _
      (on|by) me personally
      (my|our) (responsibility|job) to`,
  },
  {
    kind: 'ownership',
    strength: 0.45,
    guard: 'firm',
    phrases: `
      (let me|allow me to) [just|quickly|go ahead and|first|now|start by|begin by|see if i can] (check|checking|look|see|do that|do this|update|process|cancel|change|book|refund|reset|add|go ahead|try|get|find|verify|retrieve|pull|search|review|confirm|start|fetch|ask|call|take|put|start by|begin)
      let us get (that|this|it|started|you) _
      let us [just|quickly|first|now|start by|begin by|proceed with] (check|checking|look|see|verify|start|begin)
      (i|we) will [also|first|just] (let|tell|notify|inform|ask) (the|them|him|her|our|your) _
      (i|we) will [also|first|just] (make a note|have a look|take a look|double check|write up|need to check|need to look)
      (tell|inform|let) the customer [know] [that] you will _
      (i|we) (will|am going to|are going to|shall) [now|first|just|quickly|also|then|immediately|go ahead and|proceed to|start by|personally|certainly|gladly] (proceed|check|checking|look|search|verify|put|get|retrieve|find|process|cancel|book|update|do that|do this|do it|start|review|make the|make that|make this|add|apply|change|schedule|report|file|send|inform|let them|initiate|submit|remove|block|issue|reserve|begin|gather|pull|note|mark|pass)
      (i am|we are) [now|already|just|currently] (on it|looking|checking|working|investigating|helping|trying|searching|processing|sorting)`,
  },
  {
    kind: 'promise',
    strength: 0.8,
    guard: 'firm',
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
    guard: 'firm',
    phrases: `
      you will (receive|get|hear) (a|an|the|your|from|it|back|another) _
      (i|we|someone|they|our team|a colleague|a specialist) will [_] (call|email|contact|get back to|follow up with|notify|update|reply to|send|write to|text|refund|reimburse|replace|ship|inform|let) [you|a|the|your]
      (is|are) on (the|its|his|her|their) way
      (driver|ride|taxi|car|cab|technician|courier|engineer|ambulance|delivery) is [arriving|_] [and] [is|_] # (minutes|minute|mins|min|hours) (away|out)
      (driver|ride|taxi|car|cab|technician|courier) is [now|already] (arriving|coming)
      will (pick you up|knock|come by|stop by|be with you|meet you|arrive in a)
      # (minutes|minute|mins|min) away
      (should|will) (arrive|be there|be here) in [less than|about|around] # _
      arriving [in] # (minutes|minute|mins|min)
      will then (ship|arrive|be sent|be shipped|be refunded)
      you will (be contacted|be notified|be called|be refunded|get there)
      will get (this|that|it) (looked|fixed|sorted|resolved|done) _
      (and|we|i|they|team|someone|colleague|member) will [then|also|soon] (contact|call|email|notify|update|inform|text) you
      let the customer know [that] you will _
      (your|the|a|any|their|this|that|it) [full] (refund|order|package|replacement|card|money|credit|parcel|item|items|voucher|certificate|ambulance|driver|taxi|ride|technician|engineer|doctor) [of] [#] [#] will [be|also|then] (arrive|come|call|pick you|processed|refunded|sent|issued|shipped|credited|delivered|returned|back)`,
  },
  {
    kind: 'wayOut',
    strength: 0.7,
    guard: 'stands',
    phrases: `
      (but|however|instead|alternatively|though|although) [_] [_] [_] [_] (i|we|you) (can|could|may|might) [still|also|always|instead] (upgrade|cancel|rebook|change|offer|move|check|try|book|send|look|give|add|refund|exchange|do|help|search|proceed|choose|get|buy|keep|replace|apply|arrange|put|visit|downgrade|order|reschedule|pay|make|take|ask for)
      (but|however) (with|if) [_] [_] [_] [_] [_] (we|i|you) (can|could|may)
      (you|we) (would|will|may|might|could) (need|have) to [first|consider] (cancel|rebook|book|upgrade|return|buy|purchase|make a new|place a new|pay) _
      (what|all|the best) (i|we) (can|could) (do|offer) [instead|for you|is]
      (would|do) you (like|want|prefer) to (explore|try|check|see|consider|choose|keep|rebook|reschedule|upgrade|use|proceed with upgrading|search|book) _
      (would|do) you (like|want) me to (check|try|search|look|explore|find|see|book another|offer) _
      (would|do) you (like|want|prefer) (another|a different|something else|one of) _
      (other|different|another|alternative) (dates|date|time|times|day|flights|flight|airports|room|size|restaurant|venue) _
      you (can|could|may) [instead|still|also|always] (upgrade|rebook|buy|cancel and|exchange|choose|try another|try a) _
      (i|we) can [still] (offer|try|look for|search for|put you|move|rebook|exchange|credit) _`,
  },
  {
    kind: 'wayOut',
    strength: 0.55,
    guard: 'firm',
    phrases: `
      (we|i) can proceed with _
      (i|we) can only (cancel|change|refund|book|offer|modify|exchange|upgrade|move|replace|credit) (the|a|an|your|it|them|all|both) _
      can (still|also|instead) be (cancelled|canceled|modified|changed|refunded|upgraded|exchanged|rebooked|returned)
      (and|so|it|reservation|order|ticket|item|booking|insurance) can be (cancelled|canceled|modified|changed|refunded|upgraded|exchanged|rebooked|returned)
      can be (cancelled|canceled|modified|changed|refunded|upgraded|exchanged|rebooked|returned) (at any|because|since|with|for|as)
      the only option would be to _
      let us (proceed with using|use|try) _`,
  },
]
