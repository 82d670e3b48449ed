package article

import (
	"strings"

	"factcheck/internal/format"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
)

// layOut cuts the text from start into zones.
func (a *Article) layOut(start int) {
	src, hidden := blankComments(a.Text, start)
	m := &markdown{}
	if a.Format == format.Markdown {
		m = readMarkdown(src, start)
	}
	l := decide(a.Meta, m.blanked(src), start, hidden)
	a.Comments = place(src, hidden, l.blocks)
	m.cover(a, withComments(l.cut(), a.Comments))
	a.flow = l.src
}

// decide finds out what the blocks of src from start are. src has blanks for
// what is hidden.
func decide(meta Meta, src string, start int, hidden []text.Span) *layout {
	l := &layout{meta: meta}
	l.blocks, l.src = splitBlocks(src, start, hidden)
	l.marks = make([]mark, len(l.blocks))
	l.prefixes = map[int]prefix{}
	l.findTail()
	l.findStory()
	l.head()
	l.middle()
	l.foot()
	l.widgets()
	return l
}

// A layout finds out which block is what by its form and its place: the head
// before the story, the story, and the tail after it.
type layout struct {
	src    string
	meta   Meta
	blocks []block
	marks  []mark

	story    int            // index of the first block of the story
	tail     int            // index of the first block of the tail
	prefixes map[int]prefix // datelines by block
	seam     int            // offset where the first line's headline ends, or 0
}

// A mark is the decision on one block.
type mark struct {
	kind Kind
	why  string
}

func (l *layout) set(i int, k Kind, why string) { l.marks[i] = mark{k, why} }

// keep gives block i the kind of its own form.
func (l *layout) keep(i int) { l.set(i, l.blocks[i].form.kind, l.blocks[i].form.why) }

// plainSolid reports whether block i is a paragraph of running text.
func (l *layout) plainSolid(i int) bool { return plain(&l.blocks[i]) && l.blocks[i].solid() }

// strong reports whether block i is certainly the story's: two sentences,
// thirty words, or a quotation with its speaker.
func (l *layout) strong(i int) bool {
	b := &l.blocks[i]
	if !l.plainSolid(i) {
		return false
	}
	return b.words >= 30 || b.breaks >= 1 && b.words >= 16 || b.quoted && hasClass(b.in(l.src), attribution)
}

// findTail sets l.tail to the block that opens the tail: the first piece of
// furniture behind which there is no strong paragraph and more scraps than
// sentences.
func (l *layout) findTail() {
	n := len(l.blocks)
	l.tail = n
	lead := l.leadBlock()
	sentences, scraps, run := 0, 0, 0
	for i := n - 1; i > lead; i-- {
		b := &l.blocks[i]
		if l.strong(i) {
			break
		}
		if run++; !l.linkLike(b) {
			run = 0
		}
		opens := false
		switch {
		case b.form.kind == Furniture && b.form.job == ending, l.offer(b):
			opens = sentences <= scraps
		case b.form.kind == Furniture && (b.form.job == inline || b.form.job == links), run >= 3:
			opens = sentences*2 <= scraps
		}
		if opens {
			l.tail = i
		}
		if plain(b) && b.sentence() {
			sentences++
		} else {
			scraps++
		}
	}
	l.growTail(lead)
}

// leadBlock returns the first block that is at least a sentence, or the number
// of blocks. A tail needs something above it to be the tail of.
func (l *layout) leadBlock() int {
	for i := range l.blocks {
		if b := &l.blocks[i]; plain(b) && (b.solid() || b.sentence()) {
			return i
		}
	}
	return len(l.blocks)
}

// growTail takes the scraps right above the tail into it: lines about the
// interface, and lines without an end below a gap wider than usual.
func (l *layout) growTail(lead int) {
	if l.tail == len(l.blocks) {
		return
	}
	usual := l.usualGap(l.tail)
	best := l.tail
	for i := l.tail - 1; i > lead; i-- {
		b := &l.blocks[i]
		if !plain(b) || b.words > 10 || b.quoted {
			break
		}
		speaks := hasClass(b.in(l.src), interfaceWord)
		if b.stop && !speaks {
			break
		}
		if speaks || l.blocks[best].gap > usual || b.gap > usual {
			best = i
		}
	}
	l.tail = best
}

// usualGap returns the most frequent number of blank lines between the first
// n blocks.
func (l *layout) usualGap(n int) int {
	var counts [8]int
	for i := 1; i < n; i++ {
		counts[min(l.blocks[i].gap, len(counts)-1)]++
	}
	usual := 0
	for gap, count := range counts {
		if count > counts[usual] {
			usual = gap
		}
	}
	return usual
}

// linkLike reports whether b reads as a headline in title case that links to
// another story: five words or more, half of them capitalised, no end, and a word
// that lists of names do without.
func (l *layout) linkLike(b *block) bool {
	return plain(b) && !b.stop && !b.colon && !b.bullet && b.words >= 5 && b.words <= 20 &&
		b.digits <= 1 && b.capital*2 >= b.words && hasClass(b.in(l.src), function)
}

// offer reports whether b is the offer or the button of a paywall: "$1 for the
// first month", "Already here? LOG IN".
func (l *layout) offer(b *block) bool {
	if !plain(b) || b.words == 0 || b.words > 10 || b.stop {
		return false
	}
	s := b.in(l.src)
	return isPrice(s) || isButton(s)
}

func isPrice(s string) bool {
	fields := strings.Fields(s)
	if len(fields) > 1 && en.Is(strings.ToLower(fields[0]), en.Only) {
		fields = fields[1:]
	}
	if len(fields) < 3 || !strings.ContainsAny(fields[0], "0123456789") {
		return false
	}
	priced := strings.HasPrefix(fields[0], "$") || strings.HasPrefix(fields[0], "£") || strings.HasPrefix(fields[0], "€") ||
		strings.HasSuffix(fields[0], "€") || strings.HasSuffix(fields[0], "¢")
	if !priced {
		return false
	}
	return en.Is(strings.ToLower(fields[1]), en.PricePreposition) && hasPeriod(fields[2:])
}

func hasPeriod(fields []string) bool {
	for _, f := range fields {
		if en.Is(strings.TrimSuffix(strings.ToLower(trimMarks(f)), "s"), en.AgeUnit) {
			return true
		}
	}
	return false
}

// isButton finds words in capitals behind a question.
func isButton(s string) bool {
	_, after, ok := strings.Cut(s, "? ")
	after = strings.TrimSpace(after)
	return ok && len(after) >= 4 && countFields(after) <= 3 && strings.ToUpper(after) == after && strings.ToLower(after) != after
}

// findStory sets l.story to the first block of the story.
func (l *layout) findStory() {
	l.story = l.firstText()
	s := l.story
	if s >= l.tail {
		return
	}
	l.findDateline()
	l.skipDeck()
	l.splitFirst()
	if l.story == s && len(l.prefixes) == 0 {
		l.takeLeads()
	}
	l.limitHead()
}

// firstText returns the first paragraph, else the first sentence, else the
// first plain block before the tail. The record's own title is none.
func (l *layout) firstText() int {
	sentence, any := -1, -1
	for i := 0; i < l.tail; i++ {
		b := &l.blocks[i]
		switch {
		case !plain(b) || l.isTitle(i):
		case b.solid():
			return i
		case b.sentence() && sentence < 0 && !l.isQuestion(i):
			sentence = i
		case any < 0:
			any = i
		}
	}
	switch {
	case sentence >= 0:
		return sentence
	case any >= 0:
		return any
	}
	return l.tail
}

// isTitle reports whether block i is the title of the front matter or record.
func (l *layout) isTitle(i int) bool {
	return l.meta.Title != "" && sameWords(l.blocks[i].in(l.src), l.meta.Title)
}

// isQuestion reports whether block i can be a headline that ends in a question
// or exclamation mark.
func (l *layout) isQuestion(i int) bool {
	b := &l.blocks[i]
	s := strings.TrimRight(b.in(l.src), "'’”\"")
	return i == 0 && b.words <= 20 && b.breaks == 0 && (strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!"))
}

// findDateline looks for the dateline of the story. Nothing of the story stands
// before one, so a single paragraph above a firm one is the deck.
func (l *layout) findDateline() {
	if i := l.datelineAlone(); i >= 0 {
		l.story = i
		return
	}
	paragraphs := 0
	for i := l.story; i < l.tail && paragraphs < 2; i++ {
		b := &l.blocks[i]
		if !plain(b) {
			continue
		}
		p := datelineOf(b.span.In(l.src))
		if p.end > 0 && p.end < b.span.Len() && (p.firm || i == l.story && b.solid()) {
			l.prefixes[i] = p
			l.story = i
			return
		}
		if b.solid() || b.sentence() {
			paragraphs++
		}
	}
}

// datelineAlone returns the line before the story that is a dateline and
// nothing else, or begins with one that names an agency and ends as a sentence;
// else -1.
func (l *layout) datelineAlone() int {
	for i := 0; i < l.story; i++ {
		b := &l.blocks[i]
		if !plain(b) {
			continue
		}
		p := datelineOf(b.span.In(l.src))
		if alone := p.end == b.span.Len(); p.firm && (alone && b.words <= 10 || !alone && p.agency && b.sentence()) {
			l.prefixes[i] = p
			return i
		}
	}
	return -1
}

// skipDeck moves the story behind a byline or a stamp that follows its first
// paragraph at once, if that is one sentence below a headline: it is the deck.
func (l *layout) skipDeck() {
	s := l.story
	if len(l.prefixes) > 0 || s == 0 || s+1 >= l.tail || l.blocks[s].breaks > 0 || l.blocks[s].words > 45 {
		return
	}
	i := s + 1
	for i < l.tail && l.opening(i) {
		i++
	}
	if i > s+1 && i < l.tail && l.plainSolid(i) {
		l.story = i
	}
}

// opening reports whether block i is what stands above a story only.
func (l *layout) opening(i int) bool {
	b := &l.blocks[i]
	return b.form.kind == Byline || b.form.kind == Stamp && b.form.firm
}

// splitFirst finds headline and deck run together in the first line.
func (l *layout) splitFirst() {
	b := &l.blocks[0]
	if l.story != 0 || !plain(b) || len(l.prefixes) > 0 || len(l.blocks) < 2 || l.tail < 2 {
		return
	}
	if at := seamOf(b.span.In(l.src)); at > 0 {
		l.seam = b.span.Start + at
		for l.story = 1; l.story < l.tail && !plain(&l.blocks[l.story]); {
			l.story++
		}
	}
}

// seamOf returns the offset of the capitalised function word at which a second
// sentence begins without a stop before it, as where a page prints headline
// and deck with nothing between them, or 0. Titles in the middle of a sentence
// ("Gone With The Wind") are kept out as far as a second capitalised function
// word or a short remainder shows them; title case has no seam.
func seamOf(line string) int {
	words, lower, at := 0, 0, 0
	open := false // the previous word goes on
	for i := 0; i < len(line); {
		w := nextWord(line[i:])
		raw := line[i : i+w.length]
		c := class(0)
		if w.first == upperCase {
			c = classOf(raw)
		}
		switch {
		case words >= 5 && open && c&seamWord != 0 && at == 0 && lower*5 >= words*2:
			at = i
			words, lower = 0, 0
		case at > 0 && words == 1 && c&function != 0:
			return 0
		case at == 0 && w.end == fullStop && !w.short:
			return 0
		}
		if w.first == lowerCase {
			lower++
		}
		words++
		open = w.end == noEnd && w.first != noLetter
		i += w.size
	}
	if at > 0 && words >= 6 && lower*5 >= words*2 {
		return at
	}
	return 0
}

// takeLeads moves the story up to the short sentences right above its first
// paragraph. A first line that ends in an abbreviation ("… in Va.") stays the
// headline.
func (l *layout) takeLeads() {
	for l.story > 0 {
		i := l.story - 1
		b := &l.blocks[i]
		if !plain(b) || !b.sentence() || l.isTitle(i) || l.isQuestion(i) || i == 0 && abbreviated(b.in(l.src)) {
			return
		}
		l.story = i
	}
}

// abbreviated reports whether line ends in what may be an abbreviation.
func abbreviated(line string) bool {
	last := line[strings.LastIndexByte(line, ' ')+1:]
	return isUpperStart(last) && len(last) <= 5 && strings.HasSuffix(last, ".")
}

// maxHead is how many lines of text may stand before the story as headlines
// and decks. More are a list that belongs to the story.
const maxHead = 6

func (l *layout) limitHead() {
	seen, second := 0, 0
	for i := 0; i < l.story; i++ {
		if !plain(&l.blocks[i]) {
			continue
		}
		if seen++; seen == 2 {
			second = i
		}
	}
	if seen > maxHead {
		l.story = second
	}
}

// head decides on the blocks before the story.
func (l *layout) head() {
	titled, title := false, ""
	for i := range l.blocks[:min(l.story, l.tail)] {
		b := &l.blocks[i]
		s := b.in(l.src)
		switch {
		case b.form.kind == Furniture && b.form.job == kicker && !l.beforeText(i):
			l.set(i, Headline, "the first line above the story")
			titled, title = true, s
		case !plain(b):
			l.keep(i)
			if b.form.kind == Headline {
				titled, title = true, s
			}
		case l.prefixes[i].end == b.span.Len():
			l.set(i, Dateline, "place and agency and nothing else")
		case !titled && l.isMasthead(i):
			l.set(i, Furniture, "the name of the site")
		case !titled:
			l.set(i, Headline, "the first line above the story")
			titled, title = true, s
		case sameWords(s, title):
			l.set(i, Headline, "the headline again")
		case isAgencyCaption(s, b):
			l.set(i, Caption, "ends in the name of an agency, above the story")
		case b.breaks >= 2 && b.words >= 30:
			l.set(i, Body, "too long for a deck")
		default:
			l.set(i, Deck, "between headline and story")
		}
	}
}

// beforeText reports whether a plain line or a heading stands between block i
// and the story.
func (l *layout) beforeText(i int) bool {
	for j := i + 1; j < l.story; j++ {
		if plain(&l.blocks[j]) || l.blocks[j].form.kind == Headline {
			return true
		}
	}
	return false
}

// isMasthead reports whether block i is the name of a newspaper or site: at
// most five capitalised words, one of them of the trade, with another line
// before the story to be the headline.
func (l *layout) isMasthead(i int) bool {
	b := &l.blocks[i]
	if b.words > 5 || b.stop || !l.beforeText(i) {
		return false
	}
	s := b.in(l.src)
	if sameWords(s, l.meta.Outlet) {
		return true
	}
	if b.words == 1 && strings.Contains(s, ".") {
		return true
	}
	return isNames(strings.TrimPrefix(s, "The "), 1) && hasClass(s, masthead)
}

// isAgencyCaption recognises "Police at the scene. (AFP)" above a story.
func isAgencyCaption(s string, b *block) bool {
	i := strings.LastIndexByte(s, '(')
	if i < 0 || b.words > 45 {
		return false
	}
	inside, after, ok := strings.Cut(s[i+1:], ")")
	return ok && strings.Trim(after, " .") == "" && classOf(inside)&agency != 0
}

// maxLinks is how many headlines an opener like "Related:" takes along.
const maxLinks = 8

// middle decides on the story itself.
func (l *layout) middle() {
	list := 0
	for i := l.story; i < l.tail; i++ {
		b := &l.blocks[i]
		switch {
		case plain(b) && list > 0 && !b.stop && !b.colon && !b.bullet && b.words >= 3 && !b.solid():
			l.set(i, Furniture, "a link under a list heading")
			list--
			continue
		case l.prefixes[i].end > 0 && l.prefixes[i].end == b.span.Len():
			l.set(i, Dateline, "place and agency and nothing else")
		case plain(b):
			l.set(i, Body, "the story")
		case b.form.kind == Correction && b.words <= 4 && i+1 < l.tail && plain(&l.blocks[i+1]):
			l.keep(i)
			i++
			l.set(i, Correction, "below a correction heading")
		case !l.keepsForm(i):
			l.set(i, Body, "the story")
		default:
			l.keep(i)
		}
		list = 0
		if b.form.kind == Furniture && b.form.job == links {
			list = maxLinks
		}
	}
}

// keepsForm reports whether the form of block i holds inside the story, where
// a bare date heads a paragraph of a chronology and a name with a role may
// stand in a list.
func (l *layout) keepsForm(i int) bool {
	f := l.blocks[i].form
	switch f.kind {
	case Stamp:
		line := l.blocks[i].in(l.src)
		return f.firm || hasClock(line) || saysAgo(line)
	case Byline:
		return f.firm
	case Furniture:
		return f.job != kicker && f.job != widget
	}
	return true
}

// foot decides on the tail.
func (l *layout) foot() {
	stamped := false
	for i := 0; i < l.tail; i++ {
		stamped = stamped || l.marks[i].kind == Stamp
	}
	for i := l.tail; i < len(l.blocks); i++ {
		f := l.blocks[i].form
		switch {
		case f.kind == Stamp && f.firm && !stamped:
			l.keep(i)
			stamped = true
		case f.kind == Correction:
			l.keep(i)
		case i == l.tail && f.kind == Furniture:
			l.keep(i)
		default:
			l.set(i, Furniture, "after the end of the story")
		}
	}
}

// widgets makes furniture of the one-word buttons and of the offers that stand
// beside furniture inside the story.
func (l *layout) widgets() {
	isFurniture := func(i int) bool {
		return i >= 0 && i < len(l.marks) && l.marks[i].kind == Furniture
	}
	take := func(i, beside int) {
		b := &l.blocks[i]
		if l.marks[i].kind == Body && isFurniture(beside) && (b.form.kind == Furniture && b.form.job == widget || l.offer(b)) {
			l.set(i, Furniture, "beside other furniture")
		}
	}
	for i := l.story; i < l.tail; i++ {
		take(i, i-1)
	}
	for i := l.tail - 1; i >= l.story; i-- {
		take(i, i+1)
	}
}

// maxStampLine is the length in bytes of the longest line in which a stamp
// beside other words is looked for.
const maxStampLine = 400

// cut turns the decisions into zones: it takes datelines and stamps off the
// lines that they share, and joins neighbours of one kind and reason.
func (l *layout) cut() []Zone {
	var c zoneCutter
	for i := range l.blocks {
		b, m := &l.blocks[i], l.marks[i]
		span := b.span
		if p := l.prefixes[i]; p.end > 0 && p.end < span.Len() && m.kind == Body {
			span = c.split(l.src, span, span.Start+p.end, Dateline, "place and agency before the first words")
		}
		if i == 0 && l.seam > 0 {
			span = c.split(l.src, span, l.seam, m.kind, m.why)
			m = mark{Deck, "runs on from the headline"}
		}
		if i <= l.story && plain(b) && span.Len() <= maxStampLine || m.kind == Byline && span.Len() <= maxStampLine {
			at := stampTail(span.In(l.src))
			if at <= 0 && m.kind == Byline {
				at = bylineDate(span.In(l.src))
			}
			if at > 0 {
				rest := c.split(l.src, span, span.Start+at, m.kind, m.why)
				c.add(rest, Stamp, "a date at the end of the line")
				continue
			}
		}
		if i == l.story && plain(b) {
			if n := stampLead(span.In(l.src)[:min(span.Len(), maxDateline)]); n > 0 && n < span.Len() {
				span = c.split(l.src, span, span.Start+n, Stamp, "a date before the first words")
			}
		}
		c.add(span, m.kind, m.why)
	}
	return c.zones
}

type zoneCutter struct{ zones []Zone }

// add appends a zone, or grows the last one if it says the same of body or
// furniture.
func (c *zoneCutter) add(span text.Span, k Kind, why string) {
	if n := len(c.zones); n > 0 && (k == Body || k == Furniture) && c.zones[n-1].Kind == k && c.zones[n-1].Why == why {
		c.zones[n-1].Span.End = span.End
		return
	}
	c.zones = append(c.zones, Zone{k, span, why})
}

// split adds what stands before at, without the blanks around it, and returns
// the rest.
func (c *zoneCutter) split(src string, span text.Span, at int, k Kind, why string) text.Span {
	left := strings.TrimRightFunc(src[span.Start:at], isBlank)
	if left != "" {
		c.add(text.Span{Start: span.Start, End: span.Start + len(left)}, k, why)
	}
	right := strings.TrimLeftFunc(src[at:span.End], isBlank)
	return text.Span{Start: span.End - len(right), End: span.End}
}

// sameWords compares two lines as data/furniture.txt does: without case, marks
// in front and kind of quotation mark.
func sameWords(a, b string) bool {
	if a == "" || b == "" || len(a) > 2*longestStock || len(b) > 2*longestStock {
		return false
	}
	var bufA, bufB [longestStock + 8]byte
	trim := func(s []byte) string { return strings.TrimRight(string(s), " .:*_") }
	return trim(fold(bufA[:0], strings.TrimLeft(a, "# "))) == trim(fold(bufB[:0], strings.TrimLeft(b, "# ")))
}
