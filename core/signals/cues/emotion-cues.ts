import { type Cue, feltBy as i, howMuch as very } from './cue.ts'

/** How customers feel, in their words; wide families from everyday English, most telling first. */
export const emotionCues: readonly Cue[] = [
  {
    kind: null,
    looksLike: ['frustration', 'anger', 'worry', 'sadness', 'confusion', 'surprise', 'joy'],
    strength: 0,
    phrases: `
      have (a|an) [very|really|truly] (great|nice|wonderful|good|lovely|fantastic|awesome|amazing|beautiful|excellent|fun) _
      (you know what|my bad|how long (does|will|would|do|did|is) it [normally|usually] take|the best way|best way to|at best|emergency exit)
      (sorry|apologize|apologise|apologies) (for|about) (the|any|all the|my|this) (confusion|inconvenience|mix up|trouble|delay|hassle)
      i am afraid (i|we) (do|did|can|could|will|have|am|are) not
      no way (for|to|i can|around|that)
      (in case of|for) [an] emergency
      (get|gets|getting|got|become|becoming) worse
      the worst [possible] (time|moment)
      not [too|so|that|very] bad`,
  },
  {
    kind: null,
    looksLike: ['joy', 'relief', 'surprise', 'gratitude'],
    strength: 0,
    where: 'aside',
    phrases: `
      [ok|okay|oh|yes|yeah|alright|hmm|well|so] (great|perfect|excellent|fantastic|wonderful|nice|cool|lovely|awesome|amazing|good)
      (great|perfect) (perfect|fine|nice|cool|good)
      (best|cheers|warmly)`,
  },
  {
    kind: 'anger',
    strength: 0.9,
    phrases: `
      ${i} ${very} (angry|furious|livid|outraged|enraged|fuming|mad at|pissed|pissed off|irate|seething)
      (angry|furious|livid|outraged|fuming) (with|at|about|that) (you|your|this|the|how)
      (this is|that is|it is|is|was|how|what) [an|a] ${very} (outrage|outrageous|disgrace|disgraceful|scandal|scandalous|criminal|daylight robbery|insult|insulting)
      (you|they|your company|this company|these people) (are|is|were) [all|just|such|nothing but] [a|an] [bunch of] (thieves|thief|liars|liar|crooks|crook|scammers|scammer|scam|incompetent|useless|pathetic|idiots|idiot|clowns|joke|robbers|morons|criminals)
      (how dare you|shame on you|screw you|fuck you|fuck off|what the hell|what the fuck|wtf|go to hell|sick and tired)
      (robbed|cheated|scammed|lied to|ripped off|conned) (me|by)
      you (lied|cheated|scammed|robbed|stole|ripped)
      (shaking|trembling|boiling|burning|seething) with (anger|rage|fury)
      i hate (you|your|this company|this bank|this app|these people)
      (your fault|blood is boiling|makes my blood boil|utter disgrace|bloody joke|absolute joke|complete joke)
      (😡|🤬|😠|👿)`,
  },
  {
    kind: 'anger',
    strength: 0.6,
    phrases: `
      (asshole|assholes|bastard|bastards|scumbag|scumbags|fucking|fuck|fucked|fuckers|goddamn|bitch|stfu|how do you live with yourself)
      (angry|furious|livid|outraged|infuriating|infuriated|enraged|outrageous|hateful|rage)
      i hate it
      (shut up|piss off|pisses me off|fuck this|fuck them|fuck him)
      (stupid|ridiculous|pathetic|incompetent) (company|people|bank|service|app|bot|system|policy|website)
      this is (theft|robbery|fraud|a scam|extortion)`,
  },
  {
    kind: 'frustration',
    strength: 0.8,
    phrases: `
      ${i} ${very} (frustrated|frustrating|annoyed|irritated|fed up|exasperated|disappointed|unhappy|dissatisfied|displeased|upset|let down|aggravated|sick of|tired of|losing patience|out of patience|at my wits end)
      (this is|that is|it is|is|was|how|what|been|so) [a|an] ${very} (frustrating|annoying|irritating|exasperating|unacceptable|ridiculous|absurd|infuriating|maddening|disappointing|disappointed|terrible|horrible|awful|appalling|shocking|nightmare|joke|waste of time|shambles|mess|farce|laughable|inexcusable|unprofessional)
      (this is|that is|it is|service is|support is|service was|support was|communication is|communication was) [a|an] ${very} poor
      (terrible|horrible|awful|poor|bad|appalling|worst|pathetic|lousy|abysmal|dreadful|disappointing|shocking|rubbish) [customer] (service|experience|support|communication|company|treatment)
      worst (company|service|experience|bank|airline|customer service|app|thing|ever)
      (not|never|no longer|far from|hardly|less than) ${very} (happy|satisfied|pleased|impressed|amused|acceptable|good enough) [with|about|that|at all]
      (fed up|had enough|enough is enough|give me a break|i give up|lost my patience|losing my patience|my patience|for crying out loud|wits end|run out of patience)
      (waste|wasting|wasted|wasted enough) (of|my|so much) (time|money|day)
      why (is|does|do|can|is it|did|are) [not] [it|this|you|nobody|no one|anyone|someone] so (hard|difficult|complicated|slow)
      (nobody|no one|noone|none of you|you people|you guys|they|you) [ever|even|seem to|seems to] (cares|care|listens|listen|bothers|bothered|has a clue)
      (you|they|nobody|no one) (do|does|did) not (care|listen|bother|read|help|even try|seem to care)
      (not|never|no) (help|helpful|helping|useful) at all
      (not|is not|was not|are not|were not|have not been|has not been) [very|really|been|that|at all|being] (helpful|helping|useful)
      (what a|such a|total|complete|utter|absolute) (joke|mess|shambles|farce|nightmare|disaster|waste|disappointment|disgrace|hassle|pain)
      (seriously|really|come on) (this is|is this|how|why|what|you)
      [i|we] [had|have|really|honestly] (expected|expect) (better|more) (from|of|than) [_]
      (let me down|letting me down|let us down|driving me crazy|drives me crazy|driving me mad|driving me nuts|getting on my nerves|gets on my nerves)
      (😤|😒|🙄|😩|😫)`,
  },
  // Thanks and praise for what nobody is thankful for.
  {
    kind: 'frustration',
    strength: 0.8,
    isMocking: true,
    phrases: `
      (thank|thanks|thx|ty) [you|u] [so much] for (nothing|absolutely nothing|ruining|wasting|losing|ignoring (me|us)|keeping (me|us) (waiting|on hold)|making (me|us) (wait|miss)|the (runaround|lack of)|not (answering|responding|replying|caring)|no (help|reply|response|answer))
      (great|good|nice|fantastic|excellent|awesome|wonderful|lovely|fine|brilliant) (job|work) (losing|ruining|wasting|screwing|messing up)
      way to (ruin|lose|screw) (a|my|our|your|me|us)
      way to treat (your customers|customers|people|me|us)
      (love|loving|enjoy|enjoying) (waiting (on hold|for hours)|missing my (flight|train|connection)|being (stuck|ignored|on hold|stranded|lied to)|getting (ignored|bumped)|having to (wait|call again|repeat))
      (joke|sorry excuse|poor excuse) (of|for) (a|an) (company|airline|bank|service|business|shop|store|website)
      another empty (promise|offer|apology)`,
  },
  {
    kind: 'frustration',
    strength: 0.5,
    phrases: `
      (frustrated|frustrating|frustration|annoyed|annoying|annoys|irritating|irritated|exasperated|unacceptable|ridiculous|disappointed|disappointing|disappointment|unhappy|dissatisfied|upset|upsetting|disgruntled|fed up|inconvenient|inconvenienced|hassle|useless)
      (terrible|horrible|awful|appalling|dreadful|atrocious|abysmal|lousy|crappy|crappiest|shoddy|shitty|shit|sucks|sucked|crap|rubbish|pathetic|lame|ugh|argh|grr|smh)
      (stupid|dumb|damn|idiot|idiots|moron|morons|disgusting|disgusted|gross|nasty|bullshit|dumbass|garbage|worst|worse|boring|ugly|brutal|a shame|not worth|ignorance|hate|hated|hates)
      (epic fail|epicfail|total fail|clueless|inept|sarcasm)
      (you|guys|u|they) suck
      (this is|that is|so) not cool
      (you just said|you already said|seriously one more|are you kidding|of bloody course)
      (really|so|too|pretty|just) (bad|slow|annoying|poor) [that|can]
      (you|it|this|they) should have (told|said|warned|known|informed)
      you (can not|do not|never|did not) [even|ever] (understand|listen|read|care|answer|help)
      (how long|do) [do] you expect (me|us)
      (since forever|no more damn|is it really that hard|not that (difficult|hard))
      (do not|does not|did not|never) like (it|this|that|the|how|when|your|being|having|to|people|them|him|her|you)
      (disagree|i refuse)
      (does|do|did|is|are|was|will|can|has|have|it) (still|just|keeps|keep) (not|does not|do not|no) (work|working|worked)
      still nothing
      (still|again) (no reply|no response|no answer|no luck|no refund|no sign|no update|no help)
      (not|never) (good enough|acceptable|fair|right that)
      (makes|make) no sense [at all]
      how (many times|much longer|many more times) (do|must|should|will) (i|we) (have to|need to|still|wait)
      (so|very|really|pretty|too|is|are|was) bad
      it should not (be|take|have) [this|so|that|taken|been] (hard|difficult|long|complicated)`,
  },
  {
    kind: 'worry',
    strength: 0.75,
    phrases: `
      ${i} ${very} (worried|concerned|anxious|nervous|scared|afraid|frightened|terrified|panicking|panicked|stressed|stressed out|alarmed|uneasy|freaking out|in a panic|desperate)
      (worried|concerned|anxious|nervous|scared|afraid|terrified) (that|about|it|this|my|someone|i|we|because|something)
      (i|we) (fear|worry|dread|panic) [that|about|i|my]
      (worries|worrying|scares|scaring|frightens|terrifies|concerns|stresses) (me|us)
      ${very} (worrying|scary|frightening|terrifying|alarming|stressful|unsettling|nerve wracking)
      (can not|could not) (stop thinking|stop worrying)
      (is|are) (my|our) (money|account|data|card|details|information|funds|savings) (safe|secure|gone|lost|at risk|in danger)
      (did|does|has|could|might) (someone|somebody|anyone|a thief) [else] (steal|stole|stolen|hack|hacked|taken|use|used|get into|got into)
      (someone|somebody) [else] (is|was|has|may be|might be|could be|has been|have been) [been] (using|used|stealing|stolen|hacked|accessing|accessed)
      (afraid|scared|worried|nervous)
      (😨|😰|😱|😟|😧)`,
  },
  {
    kind: 'worry',
    strength: 0.5,
    phrases: `
      (worried|worrying|worry|anxious|anxiety|nervous|concerning|concerned|scary|terrifying|frightening|creepy|panic|stressful|fear|fears|horrifying)
      (i am|i was|we are) afraid [that]
      (make sure|hope|check|know) [that|if] (everything|it|my _|he|she) (is|was|will be) (ok|okay|fine|alright|safe|secure)
      (is|if) everything (is|was|actually|ok|okay|fine|alright) [actually] [ok|okay|fine|alright]
      (bit of|cause for|some|a) [_] concern
      (i|we) desperately
      hope [that] (no one|nobody|i am not|it is not|it will not|she is not|he is not|she does not|he does not|it does not|i do not|they do not|we are not|the _ will not)
      (i do not|do not) (think|know) (we are|i am|what i am|if i|how i will) (going to|will|can)
      (is|was|are) (it|this|that) [really|even] (safe|secure|dangerous|legit)
      something is [very|really] (wrong|not right)
      (i am|in) [big|deep|serious] trouble
      what if (i|it|my|he|she|they|someone) (can not|lose|loses|do not|am late|miss|never|gets worse|does not|is stolen)
      (oh no|oh dear) (i|my|we|someone|what)
      (is|are) (my|our) _ [still|really|actually] (safe|secure)
      (i|we) [really|just] do not (trust|want to lose)
      even more dangerous      what (if|happens if) (i|it|my|someone|they) (lose|lost|never|do not|does not|get|is|am)
      (please|pls) (help|hurry|be quick) (i am|it is|this is) [so|very|really] (urgent|desperate|scared|worried)`,
  },
  {
    kind: 'sadness',
    strength: 0.7,
    phrases: `
      ${i} ${very} (sad|heartbroken|devastated|depressed|crushed|gutted|miserable|crying|in tears|hopeless|lonely|saddened|broken|hurt|distraught|grieving)
      (breaks|broke|breaking) my heart
      (in tears|been crying|i cried|made me cry|makes me cry|want to cry|could cry|heartbreaking|devastating|ruined (my|our|everything|the)|has ruined)
      (my|our) (mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|partner|grandmother|grandfather|grandma|grandpa|friend|dog|cat|baby|child) [has|just|recently|sadly] (died|passed|passed away|has died)
      (rest in peace|rip|i miss (him|her|them))
      (😢|😭|💔|😞|😔)`,
  },
  {
    kind: 'sadness',
    strength: 0.45,
    phrases: `
      (sad|saddening|sadness|heartbroken|heartbreaking|depressing|depressed|devastated|tragic|miserable|hopeless|regret|grief|lonely|cry|sorrow|hurts|painful|apologies)
      (so|very|really|truly|terribly|oh) sorry
      i am sorry (for|that|you|to|about|if|this)
      sorry (for your|you|to hear|for (him|her|them|that|being|my))
      (your|my|our) loss
      (🙁|☹)
      (so|very|really|truly) unlucky
      (feel|feels|felt) (bad|awful|terrible|horrible|guilty) [for|about]`,
  },
  {
    kind: 'confusion',
    strength: 0.65,
    phrases: `
      ${i} ${very} (confused|puzzled|baffled|totally lost|completely lost|perplexed|bewildered)
      (i|we) (do|did|can|could) not [really|quite|even|fully|at all] (understand|figure out) [why|what|how|it|this|the|where|your]
      (do|does|did|can|could) not [really|quite|fully|even] (make sense|get it)
      (makes|make|made|making) no sense
      (i have no|no|not a|without a) (idea|clue) (what|why|how|where|who|which|whether)
      (it is|this is|that is|is|are|so|very|really|quite|bit|how) (confusing|unclear|baffling|puzzling|complicated)
      (what|how) (do|does|did|is|are|was) (you|that|this|it|the) [_] (mean|supposed to mean)
      (what am i|what are we|where am i|how am i|what was i) (supposed to|meant to)
      (different|conflicting|contradictory|contradicting) (answers|information|things|advice|stories)
      (🤔|😕|😵)`,
  },
  {
    kind: 'confusion',
    strength: 0.4,
    phrases: `
      (confused|confusing|confusion|puzzled|baffled|unclear|huh|totally lost|getting lost|completely lost|perplexed|bewildering)
      (wait what|say what|what do you mean|how come)
      (i|we) do not [really|even] know (what|why|how)
      (i am|i was|we are|am|not) [not] [really|quite|so|too|entirely|exactly|100] sure (if|why|what|how|where|which|whether|who|that)
      no idea
      (i am|am i) [so|totally|completely|still] lost
      (what is going on|what is happening|not clear to me|makes me wonder)
      (what do you mean|do not get (why|how|what|it|this))`,
  },
  {
    kind: 'surprise',
    strength: 0.6,
    phrases: `
      ${i} ${very} (surprised|shocked|stunned|amazed|astonished|astounded|taken aback|speechless|blown away|startled)
      (to my|much to my|what a|such a|big|quite a) (surprise|shock|horror)
      (i|we) (can not|could not|can hardly|could hardly|do not) believe (it|this|that|how|you|what|the|my (eyes|ears)|my|they|i)
      (i|we) (did not|never|had not|would not have) (expect|expected|imagine|imagined|see it coming|realize|realise)
      (imagine my surprise|(that|this|it) was [quite] a [big|real] surprise)
      (out of the blue|out of nowhere|all of a sudden|came as a surprise|came as a shock|no warning|without warning|without notice)
      (oh my god|omg|oh wow|holy (crap|cow|moly|smokes)|whoa|what on earth|jaw dropped|mind blown|did not see that coming)
      (😮|😲|😯|🤯)`,
  },
  {
    kind: 'surprise',
    strength: 0.4,
    phrases: `
      (surprised|surprising|surprisingly|unexpected|unexpectedly|shocked|shocking|astonishing|wow|stunned)
      (that|this|it) is (odd|strange|weird|curious)
      (is that|are you|you are) (real|serious|kidding|joking)
      who knew`,
  },
]
