package fact

import (
	"reflect"
)

// A Scope is what a rule looks at, one at a time; its over: field.
type Scope string

// The scopes that mean something to Go code by themselves; those of other kinds
// are their Scope.
const (
	OverTime      Scope = "time"
	OverEvent     Scope = "event"
	OverArticle   Scope = "article"
	OverConflict  Scope = "conflict"
	OverMerge     Scope = "merge"
	OverSplit     Scope = "split"
	OverStory     Scope = "story"
	OverEventPair Scope = "pair(event)"
	OverAlignment Scope = "alignment"

	OverDocumentPair Scope = "pair(document)"
)

// A Variable is a name that rules of one scope can use.
type Variable struct {
	Name string `json:"name"`
	Type string `json:"type"` // as in type errors, such as "Time"
	Doc  string `json:"doc"`

	GoType reflect.Type `json:"-"` // a pointer to a fact
}

// A ScopeInfo describes a scope to people who write rules.
type ScopeInfo struct {
	Scope     Scope      `json:"scope"`
	Doc       string     `json:"doc"`
	Subject   string     `json:"subject"` // the variable whose place a finding points at by default
	Variables []Variable `json:"variables"`
}

// A Kind is facts of one type as a scope of rules: one at a time, or two.
type Kind[T any] struct {
	Scope Scope
	// Variable is what rules call the fact; of two it is the one that a finding
	// points at.
	Variable string
}

// The kinds of facts, in the order of the documentation. To add one, declare its
// struct and add a line here: the types of CEL, the schema and the documentation
// follow from it.
var (
	Times       = declare[Time](OverTime, "every time expression", "the time expression", itStands)
	Events      = declare[Event](OverEvent, "every event of a document", "the event, at its first mention", itStands)
	Articles    = declare[Article](OverArticle, "every article", "the article", "")
	Conflicts   = declare[Conflict](OverConflict, "every minimal set of statements that cannot all hold", "the set", "the article it is reported in")
	Merges      = declare[Merge](OverMerge, "every event that is told as one and is two in the documents", "the merged event", "")
	Splits      = declare[Split](OverSplit, "every event that is told as two, in two declared stories or in a draft, and is one in the documents", "the split event", "")
	Quotes      = declare[Quote]("quote", "every quotation", "the quotation", itStands)
	Numbers     = declare[Number]("number", "every number", "the number", itStands)
	Names       = declare[Name]("name", "every name, at its first mention", "the name", itStands)
	Roles       = declare[Role]("role", "every title that is given to somebody", "the title and its holder", itStands)
	Sentences   = declare[Sentence]("sentence", "every sentence of headline, deck and body", "the sentence", itStands)
	Stories     = declare[Story](OverStory, "every group of articles that claim to tell one story", "the story", "")
	Claims      = declare[Claim]("claim", "every claim: what one verb or one noun for an event says", "the claim", itStands)
	Appositions = declare[Apposition]("apposed", "every two time expressions side by side that name one time", "the two expressions", theyStand)
	Ranges      = declare[Range]("range", "every range of times", "the range", theyStand)
	Lapses      = declare[Lapse]("lapse", "every length of time that stands beside the times it lies between", "the length and the times", theyStand)
	Ages        = declare[Age]("age", "every age of a person", "the age", theyStand)
	Orders      = declare[Order]("order", "every two dated happenings that words put in an order", "the two times and their order", theyStand)
	Sequences   = declare[Sequence]("sequence", "every two acts on one person or thing that a word puts in an order", "the two acts", theyStand)
	Streaks     = declare[Streak]("streak", "every run of one side, such as losses in a row, beside what was right before", "the run", theyStand)
	Retellings  = declare[Retelling]("retelling", "every two sentences that tell one happening, each with a time of it", "the two times", theyStand)
	Totals      = declare[Total]("total", "every amount beside the amounts that it is the sum or difference of", "the amounts", theyStand)
	Changes     = declare[Change]("change", "every change that is stated with the values before and after", "the change and its ends", theyStand)
	Conversions = declare[Conversion]("conversion", "every amount that is given in two units or currencies", "the two amounts", theyStand)
	Recounts    = declare[Recount]("recount", "every two numbers that give one quantity", "the two numbers", theyStand)
	Variants    = declare[Variant]("variant", "every two spellings that may be one name", "the two spellings", theyStand)
	Alignments  = declare[Alignment](OverAlignment, "every sentence of a draft, beside the passages of its sources that tell the same", "the sentence", itStands)
	Requotes    = declare[Requote]("requote", "every two quotations that give the same words", "the two quotations", theyStand)

	EventPairs = declarePairs[Event](OverEventPair, "every two events of one document with the same kind and participants, of other kinds than call, contact and meeting with the same subject, of no kind with the same verb or noun and subject",
		"a", "the event that is told first", "the event that is told second", "")
	ClaimPairs  = pairsOf(Claims, "claim")
	QuotePairs  = pairsOf(Quotes, "quotation")
	NamePairs   = pairsOf(Names, "name")
	NumberPairs = pairsOf(Numbers, "number")
	TimePairs   = pairsOf(Times, "time expression")
	RolePairs   = pairsOf(Roles, "title")
	AgePairs    = pairsOf(Ages, "age")

	DocumentPairs = declarePairs[Article](OverDocumentPair, "every two articles of one story, and every article with each of its sources",
		"b", "the article that is given first, or the source", "the article that is given second, or the one that has the source", "")
)

// What rules know of the article beside a fact.
const (
	itStands  = "the article it stands in"
	theyStand = "the article they stand in"
)

// Declared are the scopes of all kinds.
var Declared []ScopeInfo

// declare makes the facts of a struct a kind. The name of the scope is that of
// the variable; doc says what the scope is, fact what the variable is, and article
// what its article is, empty if rules see none.
func declare[T any](scope Scope, doc, fact, article string) Kind[T] {
	info := ScopeInfo{Scope: scope, Doc: doc, Subject: string(scope), Variables: []Variable{variable[T](string(scope), fact)}}
	return declareScope[T](info, article)
}

// declarePairs makes every two facts of a struct a kind, with the variables a and
// b; subject is one of them.
func declarePairs[T any](scope Scope, doc, subject, first, second, article string) Kind[T] {
	info := ScopeInfo{Scope: scope, Doc: doc, Subject: subject, Variables: []Variable{variable[T]("a", first), variable[T]("b", second)}}
	return declareScope[T](info, article)
}

// pairsOf makes every two facts of a kind one more kind; noun is what one is.
func pairsOf[T any](k Kind[T], noun string) Kind[T] {
	return declarePairs[T]("pair("+k.Scope+")", "every two "+noun+"s of one document", "b",
		"the "+noun+" that stands first", "the "+noun+" that stands second", theyStand)
}

func declareScope[T any](info ScopeInfo, article string) Kind[T] {
	if article != "" {
		info.Variables = append(info.Variables, variable[Article]("article", article))
	}
	Declared = append(Declared, info)
	return Kind[T]{info.Scope, info.Subject}
}

func variable[T any](name, doc string) Variable {
	t := reflect.TypeFor[*T]()
	return Variable{Name: name, Type: t.Elem().Name(), Doc: doc, GoType: t}
}
