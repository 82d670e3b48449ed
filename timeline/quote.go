package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/text"
)

// Times inside a quotation count from the day it was spoken: “we vote
// tomorrow,” she said on Tuesday, in a piece of Thursday, is Wednesday. The day
// is that of a verb of saying in the sentence in which the quotation begins or
// ends, or that of the letter, message or record that it is taken from.

// A Quotation is what stands between two quotation marks.
type Quotation struct {
	// Span begins at the opening mark and ends before the closing one, or with
	// its paragraph where it has none.
	Span text.Span
	// Words is Span without the mark and the blanks at its ends.
	Words text.Span
	// Continues tells that it has no closing mark because the next paragraph
	// opens with a mark again and goes on.
	Continues bool
}

// Quotations returns what stands between quotation marks in headline, deck,
// body and captions, in order. Single marks are not read: they are apostrophes
// too; inside double ones they stay. A quotation that its paragraph does not
// close counts only if the next paragraph opens with a mark.
func (d *Document) Quotations() []Quotation {
	var out []Quotation
	src := d.Article.Flow()
	for _, z := range d.Article.Zones {
		switch z.Kind {
		case article.Headline, article.Deck, article.Body, article.Caption:
			out = appendQuotations(out, src, z.Span)
		}
	}
	return out
}

func appendQuotations(out []Quotation, src string, zone text.Span) []Quotation {
	open, words := -1, -1
	for i := zone.Start; i < zone.End; {
		if !mayQuote(src[i]) {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(src[i:zone.End])
		mark := i
		i += size
		if r == '`' || r == '\'' {
			for i < zone.End && src[i] == byte(r) {
				i++
			}
		}
		switch {
		case r == '\n':
			if open >= 0 && i < zone.End && src[i] == '\n' {
				if opensAgain(src[i:]) {
					out = append(out, Quotation{Span: text.Span{Start: open, End: mark}, Words: trimmed(src, words, mark), Continues: true})
				}
				open = -1
			}
		case (r == '`' || r == '\'') && i == mark+1, r == '"' && open < 0 && !canOpen(src[zone.Start:mark]):
		case r == '“' || r == '«' || r == '`' || r == '"' && open < 0:
			open, words = mark, i
		case open >= 0 && (r == '"' || r == '”' || r == '»' || r == '\''):
			out = append(out, Quotation{Span: text.Span{Start: open, End: mark}, Words: trimmed(src, words, mark)})
			open = -1
		}
	}
	if open >= 0 && opensAgain(src[zone.End:]) {
		out = append(out, Quotation{Span: text.Span{Start: open, End: zone.End}, Words: trimmed(src, words, zone.End), Continues: true})
	}
	return out
}

// canOpen reports whether a straight mark behind s can open a quotation: nothing
// but a blank, a bracket or a dash stands right before it.
func canOpen(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || unicode.IsSpace(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".,;!?%)]", r)
}

// opensAgain reports whether the first sign of s, but for blanks, opens a
// quotation.
func opensAgain(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n")
	return strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "``") || strings.HasPrefix(s, "«")
}

// trimmed returns the span from start to end without the blanks at its ends.
func trimmed(src string, start, end int) text.Span {
	s := src[start:end]
	left := len(s) - len(strings.TrimLeft(s, " \t\r\n\u00a0"))
	s = strings.TrimRight(s[left:], " \t\r\n\u00a0")
	return text.Span{Start: start + left, End: start + left + len(s)}
}

// mayQuote reports whether a quotation mark or a line end can begin with b.
func mayQuote(b byte) bool {
	return b == '"' || b == '\n' || b == '\'' || b == '`' || b == "“"[0] || b == "«"[0]
}

// speeches maps the readings inside a quotation to the reading that tells on
// which day it was spoken, or written.
func (d *Document) speeches() map[int]int {
	quotes := d.Quotations()
	if len(quotes) == 0 || len(d.readings) < 2 {
		return nil
	}
	s := sayingDays{d: d, quotes: quotes}
	for i, q := 0, 0; i < len(d.readings); i++ {
		r := &d.readings[i]
		for q < len(quotes) && quotes[q].Span.End <= r.Span.Start {
			q++
		}
		switch {
		case r.sentence < 0 || r.zone != article.Body:
		case q == len(quotes) || quotes[q].Span.Start >= r.Span.Start:
			s.outside = append(s.outside, i)
		case r.Relative && !r.Discourse && r.op != opPresent && r.op != opVague:
			s.inside = append(s.inside, quotedTime{i, q})
		}
	}
	return s.days()
}

// A quotedTime is a reading inside a quotation, by their numbers.
type quotedTime struct{ reading, quote int }

// sayingDays finds when the quotations of a document were spoken or written.
type sayingDays struct {
	d       *Document
	quotes  []Quotation
	inside  []quotedTime // times in quotations that count from another
	outside []int        // readings that stand in none, in order
}

// days maps the readings inside quotations to those that say when the words round
// them were spoken: today, tomorrow, weekdays and units to any such day, other times
// to that of a paper and to one with its year, as a story names the day of the news
// without.
func (s *sayingDays) days() map[int]int {
	out := map[int]int{}
	for _, t := range s.inside {
		r := &s.d.readings[t.reading]
		day, paper := s.dayOf(&s.quotes[t.quote])
		if day >= 0 && (paper || s.d.readings[day].op == opAbsolute || r.op == opShift || r.op == opWeekday) {
			out[t.reading] = day
		}
	}
	return out
}

// dayOf returns the reading that tells when the quotation q was spoken, -1 for none:
// one of the sentence in which it ends or begins. paper tells that it is the day of a
// letter or the like, which may stand in the sentence before as well.
func (s *sayingDays) dayOf(q *Quotation) (day int, paper bool) {
	last, first := s.d.SentenceAt(q.Span.End), s.d.SentenceAt(q.Span.Start)
	for _, sentence := range [...]int{last, first} {
		if day, paper := s.dayIn(sentence, q); day >= 0 {
			return day, paper
		}
	}
	if first > 0 && s.goesOnQuoting(q) {
		return s.paperIn(first - 1), true
	}
	return -1, false
}

// dayIn is dayOf for one sentence.
func (s *sayingDays) dayIn(sentence int, q *Quotation) (day int, paper bool) {
	if day := s.paperIn(sentence); day >= 0 {
		return day, true
	}
	for _, i := range s.in(sentence) {
		if s.d.readings[i].said || s.d.dayOfSaying(i, q) {
			return i, false
		}
	}
	return -1, false
}

// paperIn returns the reading of a sentence that is the day of a letter, a message or
// the like, -1 for none.
func (s *sayingDays) paperIn(sentence int) int {
	for _, i := range s.in(sentence) {
		if s.d.datesPaper(i) {
			return i
		}
	}
	return -1
}

// in returns the readings of a sentence that stand in no quotation.
func (s *sayingDays) in(sentence int) []int {
	at := func(i, sentence int) int { return s.d.readings[i].sentence - sentence }
	from, _ := slices.BinarySearchFunc(s.outside, sentence, at)
	to, _ := slices.BinarySearchFunc(s.outside, sentence+1, at)
	return s.outside[from:to]
}

// paperWords is how many words may stand between a paper and its day: "message, sent
// at 9 p.m. on".
const paperWords = 4

// datesPaper reports whether reading i is the day of a letter or the like: "the letter
// of 12 June", "in an e-mail sent on Sunday".
func (d *Document) datesPaper(i int) bool {
	r := &d.readings[i]
	if !r.namesDay() && r.op != opWeekday && (r.op != opShift || r.unit != GrainDay) {
		return false
	}
	before := d.Article.Flow()[d.Sentences[r.sentence].Span.Start:r.Span.Start]
	for range paperWords {
		before = strings.TrimRight(before, " ,\t\n(")
		word := strings.ToLower(before[strings.LastIndexAny(before, " \t\n(")+1:])
		if en.Is(word, en.DatedPaper) {
			return true
		}
		if !en.Is(word, en.PaperLink) {
			return false
		}
		before = before[:len(before)-len(word)]
	}
	return false
}

// dayOfSaying reports whether reading i is the day of a verb of saying outside of the
// quotation q: "On 10 January the mayor wrote: “…”".
func (d *Document) dayOfSaying(i int, q *Quotation) bool {
	r := &d.readings[i]
	if !r.isDay() && !r.BareWeekday() {
		return false
	}
	v, ok := d.Verb(r.sentence, r.Span)
	if !ok || v.Outlook != Back && v.Form != syntax.Gerund || d.Syntax(r.sentence).Tokens()[v.Head].Overlaps(q.Span) {
		return false
	}
	_, says := lexicon.SayingOf(v.Lemma)
	return says || en.Is(v.Lemma, en.SpeakVerb)
}

// goesOnQuoting reports whether a pronoun and a verb of saying stand right behind the
// quotation q, which the sentence before then introduces: "“We start on Monday,” he
// added."
func (s *sayingDays) goesOnQuoting(q *Quotation) bool {
	i := s.d.SentenceAt(q.Span.End)
	if i < 0 {
		return false
	}
	end := s.d.Sentences[i].Span.End
	rest := strings.TrimLeft(s.d.Article.Flow()[q.Span.End:end], "\"”»', ")
	pronoun, verb, ok := strings.Cut(rest, " ")
	if !ok || !en.Is(pronoun, en.SpeakerPronoun) {
		return false
	}
	syn := s.d.Syntax(i)
	g, ok := syn.VerbGroupAt(end - len(verb))
	if !ok {
		return false
	}
	_, says := lexicon.SayingOf(syn.Lemma(g.Head))
	return says
}

// SentenceAt returns the index of the sentence that holds the byte at, -1 for none.
func (d *Document) SentenceAt(at int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].Span.End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].Span.Start <= at {
		return lo
	}
	return -1
}

// fromSpeech counts t from the day on which the words round it were spoken. It
// does nothing where that day is not known.
func (d *Document) fromSpeech(t *Time, day *placed) bool {
	if len(d.Published.days) == 0 {
		return false
	}
	when, _, sure := day.over(d.Published.days, d.opt)
	if !day.Relative {
		when, _ = day.on(0, d.opt)
	}
	at, last := when.From.Day(), when.LastDay()
	if !when.Closed() || at != last || !sure {
		return false
	}
	when = OneDay(at)
	t.Anchor, t.AnchorAt, t.Previous = AnchorQuote, when, day.Span.In(d.Article.Flow())
	t.AnchorSpan = day.Span
	t.When, t.Value = t.on(at, d.opt)
	return true
}
