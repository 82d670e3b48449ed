package timeline

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/article"
)

// The shapes of TIMEX3 values (TimeML 1.2.1, section 2.3; X for what is not
// known).
const (
	yearShape = `[0-9X]{4}`
	dayShape  = yearShape + `-([0-9X]{2}-[0-9X]{2}|W[0-9X]{2}-[1-7X])`
	partShape = `T(MO|AF|EV|NI|MI|DT)`
	lenShape  = `P([0-9]+(\.5)?|X)(D|W|WE|M|Q|Y|E|C)|P[0-9]+Y6M|P[0-9]+DT12H|PT([0-9]+|X)[HMS]|PT[0-9]+(H30M|M30S)`
)

var shapes = map[Type]*regexp.Regexp{
	DATE:     regexp.MustCompile(`^(PRESENT_REF|PAST_REF|FUTURE_REF|[0-9X]{2,4}|` + yearShape + `-([0-9X]{2}|W[0-9X]{2}(-WE)?|Q[1-4X]|H[12X]|SP|SU|FA|WI)|` + dayShape + `)$`),
	TIME:     regexp.MustCompile(`^(PAST_REF|FUTURE_REF|` + dayShape + `(` + partShape + `|T[0-9X]{2}:[0-9X]{2}(:[0-9X]{2})?Z?))$`),
	DURATION: regexp.MustCompile(`^(` + lenShape + `)$`),
	SET:      regexp.MustCompile(`^(` + lenShape + `|XXXX-WXX-[1-7](` + partShape + `)?|XXXX-(0[1-9]|1[0-2])|XXXX-(SP|SU|FA|WI)|XXXX-XX-XX` + partShape + `)$`),
}

// legal says what is wrong with the value of x, empty when nothing is.
func legal(x *Time) string {
	shape := shapes[x.Type]
	switch {
	case shape == nil:
		return "no type"
	case !shape.MatchString(x.Value):
		return "no value of a " + x.Type.String()
	case x.Problem != "" || strings.Contains(x.Value, "X") || x.Type == DURATION || x.Type == SET:
		return ""
	}
	day, clock, timed := strings.Cut(x.Value, "T")
	if len(day) == len("2018-06-17") {
		if _, err := time.Parse("2006-01-02", day); err != nil {
			return err.Error()
		}
	} else if len(day) == len("2018-06") && isDigit(day[5]) && (day[5:] < "01" || day[5:] > "12") {
		return "no such month"
	}
	if timed && isDigit(clock[0]) && (clock[:2] > "24" || clock[3:5] > "59") {
		return "no such clock time"
	}
	return ""
}

func TestLegal(t *testing.T) {
	for _, tt := range []struct {
		typ   Type
		value string
		want  bool
	}{
		{DATE, "2018-06-17", true}, {DATE, "2018-06-31", false}, {DATE, "2018-06-1", false}, {DATE, "XXXX-06-12", true}, {DATE, "", false},
		{DATE, "2018-W24", true}, {DATE, "2018-W4", false}, {DATE, "2018-W24-WE", true}, {DATE, "2018-Q3", true}, {DATE, "2018-Q5", false},
		{DATE, "199", true}, {DATE, "19", true}, {DATE, "2018-13", false}, {DATE, "P1D", false}, {DATE, "-297982", false},
		{TIME, "2018-06-17T09:43", true}, {TIME, "2018-06-17T25:43", false}, {TIME, "2018-06-17TNI", true}, {TIME, "2018-06-17", false},
		{DURATION, "P3M", true}, {DURATION, "PT30M", true}, {DURATION, "PXY", true}, {DURATION, "P", false}, {DURATION, "P-3M", false}, {DURATION, "P1H", false},
		{SET, "P1D", true}, {SET, "XXXX-WXX-5", true}, {SET, "2018-06-17", false}, {Type(0), "P1D", false},
	} {
		x := &Time{Reading: Reading{Type: tt.typ}, Value: tt.value}
		if got := legal(x); (got == "") != tt.want {
			t.Errorf("%s %q: %q", tt.typ, tt.value, got)
		}
	}
}

// TestAnchors checks what each time is counted from, and that it is said.
func TestAnchors(t *testing.T) {
	const src = "On June 4 they met. The following week they signed. They spoke on Friday, in 2017 and recently."
	d := readBody(t, "2018-06-17 Sun", src, defaults())
	type anchored struct {
		words, explanation string
		anchor             Anchor
		direction          string
	}
	var got []anchored
	for i := range d.Times {
		x := &d.Times[i]
		got = append(got, anchored{x.Text, x.Explain(), x.Anchor, x.Direction().String()})
	}
	want := []anchored{
		{"June 4", "no year is said; the one nearest to publication, Sunday 17 June 2018.", AnchorPublication, "inferred"},
		{"The following week", "counted from “June 4” (Monday 4 June 2018).", AnchorPrevious, "given"},
		{"Friday", "the latest Friday up to publication, Sunday 17 June 2018; the other reading is 22 June 2018.", AnchorPublication, "inferred"},
		{"2017", "complete in itself.", AnchorExplicit, "given"},
		{"recently", "too vague for a date.", AnchorPublication, "given"},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(anchored{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestUnknownPublication keeps what the words say and leaves X for the rest.
func TestUnknownPublication(t *testing.T) {
	for _, tt := range []struct{ text, value string }{
		{"They spoke on Friday.", "XXXX-WXX-5"},
		{"They spoke on Sunday.", "XXXX-WXX-7"},
		{"They spoke today.", "XXXX-XX-XX"},
		{"They spoke last night.", "XXXX-XX-XXTNI"},
		{"They spoke Friday night.", "XXXX-WXX-5TNI"},
		{"They spoke at 5 p.m. on Friday.", "XXXX-WXX-5T17:00"},
		{"They spoke on June 12 at 09:30 GMT.", "XXXX-06-12T09:30Z"},
		{"They spoke two hours ago.", "XXXX-XX-XXTXX:XX"},
		{"They spoke last week.", "XXXX-WXX"},
		{"They spoke over the weekend.", "XXXX-WXX-WE"},
		{"They spoke last month.", "XXXX-XX"},
		{"They spoke last quarter.", "XXXX-QX"},
		{"They spoke in the third quarter.", "XXXX-Q3"},
		{"They spoke last summer.", "XXXX-SU"},
		{"They spoke last year.", "XXXX"},
		{"They spoke a decade ago.", "XXXX"},
		{"They spoke last century.", "XX"},
		{"They spoke in September.", "XXXX-09"},
		{"They spoke on June 12.", "XXXX-06-12"},
		{"They spoke on Russia Day.", "XXXX-06-12"},
		{"They spoke at Easter.", "XXXX-XX-XX"},
		{"They spoke at 9:43 a.m.", "XXXX-XX-XXT09:43"},
		{"They spoke recently.", "PAST_REF"},
		{"They now speak.", "PRESENT_REF"},
	} {
		d := Read(oneBody(tt.text), nil, nil, defaults())
		DatePublications([]*Document{d})
		if len(d.Times) != 1 {
			t.Errorf("%q: %d times", tt.text, len(d.Times))
			continue
		}
		x := &d.Times[0]
		if x.Value != tt.value || !x.When.Empty() || x.Anchor != AnchorNone {
			t.Errorf("%q = %s %v from %s, want %s, no interval and no anchor", tt.text, x.Value, x.When, x.Anchor, tt.value)
		}
	}
}

// TestSeveralDays resolves against a publication that is known to a few days:
// the hull of the answers, with X where they differ.
func TestSeveralDays(t *testing.T) {
	first, err := ParseDay("2018-06-15") // a Friday
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text     string
		value    string
		from, to string
		sure     bool
	}{
		{"They spoke on Friday.", "2018-06-15", "2018-06-15", "2018-06-16", true},
		{"They spoke yesterday.", "2018-06-XX", "2018-06-14", "2018-06-17", false},
		{"They spoke last month.", "2018-05", "2018-05-01", "2018-06-01", true},
		{"They spoke on Saturday.", "2018-06-XX", "2018-06-09", "2018-06-17", false},
		{"They spoke this week.", "2018-W24", "2018-06-11", "2018-06-18", true},
		{"They spoke earlier this month.", "2018-06", "2018-06-01", "2018-06-16", true},
		{"They now speak.", "PRESENT_REF", "2018-06-15", "2018-06-18", true},
	} {
		d := Read(oneBody(tt.text), nil, nil, defaults())
		d.Published = Publication{When: Days(first, first+3), Source: SourceInferred, days: []Day{first, first + 1, first + 2}}
		d.Resolve()
		x := &d.Times[0]
		if x.Value != tt.value || x.When.From.String() != tt.from || x.When.To.String() != tt.to || x.Sure != tt.sure {
			t.Errorf("%q = %s %v (sure: %v), want %s [%s, %s) (sure: %v)", tt.text, x.Value, x.When, x.Sure, tt.value, tt.from, tt.to, tt.sure)
		}
	}
}

// FuzzRead takes a file through all stages. Whatever its bytes: spans lie in
// the text in order, intervals are not reversed, values have a legal shape, and
// a second run says the same.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		strings.Join(strings.SplitAfter(news, "\n")[:3], ""),
		"---\npublished: 2018-06-17\n---\nThey spoke on Friday, two weeks ago and in the late 1990s.\n",
		"Published on Sun, 17 Jun 2018 09:43:34 +0000\n\nOn June 31 it rained. A century later, the following decade.",
		"PARIS, June 17, 2018 - The mayor wished all a happy New Year on Friday.\n\nThe previous Friday at 13 p.m.",
		"9999-12-31 the following century, the following century; 1000 hundred years earlier; 999999999 hours ago",
		"Easter Sunday 2018, Orthodox Easter, 2018-06-17T09:43:99Z, 5/17/98, 31/31/2018 at 25:61, 7 o’clock, ’90s",
		"the first half of 2017; the 21st century; mid-May to mid-1998; every other week; hundred hundred hundred hundred years",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 8<<10 {
			return
		}
		first, second := readFile(src), readFile(src)
		DatePublications(first)
		DatePublications(second)
		for k, d := range first {
			wellFormed(t, d)
			if got, want := said(second[k]), said(d); got != want {
				t.Fatalf("a second run says otherwise (-first +second):\n%s", cmp.Diff(want, got))
			}
			before := said(d)
			d.Resolve()
			if after := said(d); after != before {
				t.Fatalf("resolving again says otherwise (-first +second):\n%s", cmp.Diff(before, after))
			}
		}
	})
}

func readFile(src []byte) []*Document {
	articles, _ := article.Parse("a.txt", src) // what can be read is read
	var docs []*Document
	for _, a := range articles {
		docs = append(docs, Read(a, nil, nil, defaults()))
	}
	return docs
}

// said is all that users see of a document's times and publication date.
func said(d *Document) string {
	var b strings.Builder
	p := &d.Published
	b.WriteString(p.When.String() + string(p.Source) + p.Explanation + strings.Join(p.Grounds(), ", ") + "\n")
	for i := range d.Times {
		x := &d.Times[i]
		b.WriteString(x.Text + " " + x.Type.String() + " " + x.Value + " " + x.When.String() + " " + string(x.Anchor) + " " + x.Explain() + "\n")
	}
	return b.String()
}

func wellFormed(t *testing.T, d *Document) {
	src, end := d.Article.Text, 0
	if w := d.Published.When; w != (Interval{}) && (w.Empty() || !w.Known()) {
		t.Fatalf("published %v", w)
	}
	for i := range d.Times {
		x := &d.Times[i]
		switch {
		case x.Span.Start < end || x.Span.Len() <= 0 || x.Span.End > len(src):
			t.Fatalf("span %v after %d in %d bytes", x.Span, end, len(src))
		case !utf8.RuneStart(src[x.Span.Start]) || x.Span.End < len(src) && !utf8.RuneStart(src[x.Span.End]):
			t.Fatalf("span %v of %q cuts a rune", x.Span, src)
		case x.Text != x.Span.In(src):
			t.Fatalf("text %q, the span holds %q", x.Text, x.Span.In(src))
		case x.When != (Interval{}) && x.When.Empty():
			t.Fatalf("%q: interval %v", x.Text, x.When)
		case x.Problem != "" && !x.When.Empty():
			t.Fatalf("%q: %v although %s", x.Text, x.When, x.Problem)
		case x.Sentence >= len(d.Sentences) || x.Sentence >= 0 && !d.Sentences[x.Sentence].Span.Overlaps(x.Span):
			t.Fatalf("%q is not in sentence %d", x.Text, x.Sentence)
		case x.Explain() == "." || x.Anchor == "":
			t.Fatalf("%q: no reason", x.Text)
		}
		if wrong := legal(x); wrong != "" {
			t.Fatalf("%q in %.300q: %s value %q: %s", x.Text, src[max(0, x.Span.Start-100):], x.Type, x.Value, wrong)
		}
		end = x.Span.End
	}
}
