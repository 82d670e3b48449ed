package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// An invented is an article whose every name and number is drawn by a seeded
// generator.
type invented struct {
	id, title, published, text string
}

var (
	given    = []string{"Anna", "Boris", "Carla", "David", "Elena", "Frank", "Greta", "Hugo", "Irene", "Jonas", "Karin", "Leo", "Maria", "Nils", "Olga", "Peter"}
	families = []string{"Abelson", "Brandt", "Castell", "Dorner", "Ekman", "Farrow", "Grieve", "Holm", "Ivarsen", "Jessop", "Kessler", "Lund", "Marlow", "Norden", "Okafor", "Prentice", "Quist", "Ruland", "Stroud", "Tamm"}
	cities   = []string{"Oslo", "Lyon", "Turin", "Porto", "Ghent", "Graz", "Malmo", "Leeds", "Bergen", "Basel", "Tartu", "Gdansk"}
	nouns    = []string{"workers", "pupils", "houses", "buses", "patients", "visitors", "farms", "trees", "tickets", "bridges", "voters", "drivers"}
	verbs    = []string{"counted", "lost", "repaired", "sold", "moved", "inspected", "closed", "opened"}
	bodies   = []string{"city council", "harbour office", "transport ministry", "school board", "water company", "museum", "hospital", "football club"}
	weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)

// A writer draws words for one article.
type writer struct {
	*rand.Rand
	person, second, city, body string
	age                        int
}

func newWriter(seed int) *writer {
	w := &writer{Rand: rand.New(rand.NewPCG(uint64(seed), 7))}
	w.person = w.of(given) + " " + w.of(families)
	w.second = w.of(given) + " " + w.of(families)
	w.city, w.body, w.age = w.of(cities), w.of(bodies), 25+w.IntN(50)
	return w
}

func (w *writer) of(list []string) string { return list[w.IntN(len(list))] }

func (w *writer) surname() string { return w.person[strings.IndexByte(w.person, ' ')+1:] }

// sentence draws one of the shapes of sentences that news has.
func (w *writer) sentence() string {
	n := 2 + w.IntN(900)
	switch w.IntN(10) {
	case 0:
		return fmt.Sprintf("The %s in %s said on %s that it had %s %d %s.", w.body, w.city, w.of(weekdays), w.of(verbs), n, w.of(nouns))
	case 1:
		return fmt.Sprintf("“We %s the %s and the %s near %s,” said %s.", w.of(verbs), w.of(nouns), w.of(nouns), w.of(cities), w.surname())
	case 2:
		return fmt.Sprintf("%s, %d, met %s in %s two days earlier.", w.person, w.age, w.second, w.of(cities))
	case 3:
		return fmt.Sprintf("Costs rose by %d percent to %d million euros in %d.", 1+w.IntN(60), n, 2001+w.IntN(18))
	case 4:
		return fmt.Sprintf("Between %d and %d the %s %s about %d %s a year.", 1980+w.IntN(20), 2001+w.IntN(18), w.body, w.of(verbs), n, w.of(nouns))
	case 5:
		return fmt.Sprintf("The plan, which %s presented in %s, was put off until next month.", w.second, w.city)
	case 6:
		return fmt.Sprintf("Of the %d %s, %d were in %s and the rest elsewhere.", n+10, w.of(nouns), n, w.of(cities))
	case 7:
		return fmt.Sprintf("The %s of the %s told reporters on %s about %d new %s.", w.of(nouns), w.of(bodies), w.of(weekdays), n, w.of(nouns))
	case 8:
		return fmt.Sprintf("It took %d hours and %d minutes to reach the last of them, neighbours said.", 2+w.IntN(20), 1+w.IntN(58))
	}
	return fmt.Sprintf("A spokeswoman for the %s did not say when %s would return to %s.", w.of(bodies), w.surname(), w.of(cities))
}

func (w *writer) paragraphs(bytes int) string {
	var b strings.Builder
	for b.Len() < bytes {
		for i := range 2 + w.IntN(3) {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w.sentence())
		}
		b.WriteString("\n\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// articleBytes is about how long an article is.
const articleBytes = 2800

func articleOf(i int) invented {
	w := newWriter(i)
	day := time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, w.IntN(700))
	return invented{
		id: fmt.Sprintf("a%05d", i), title: fmt.Sprintf("%s %s %d %s in %s", w.surname(), w.of(verbs), 10+w.IntN(90), w.of(nouns), w.city),
		published: day.Format(time.DateOnly), text: w.paragraphs(articleBytes),
	}
}

// record writes an article as a line of JSON; empty fields are left out.
func record(a invented, story string) string {
	line, err := json.Marshal(struct {
		ID        string `json:"id"`
		Title     string `json:"title,omitempty"`
		Published string `json:"published,omitempty"`
		Story     string `json:"story,omitempty"`
		Text      string `json:"text"`
	}{a.id, a.title, a.published, story, a.text})
	if err != nil {
		panic(err) // strings only
	}
	return string(line)
}

func datedRecord(i int) string { return record(articleOf(i), "") }

func halfDatedRecord(i int) string {
	a := articleOf(i)
	if i%2 == 1 {
		a.published = ""
	}
	return record(a, "")
}

func shortRecord(i int) string {
	w := newWriter(i)
	return record(invented{id: fmt.Sprintf("s%05d", i), published: "2018-06-15", text: w.sentence() + " " + w.sentence()}, "")
}

// copyRecord is the same report of a call each time, with one sentence of its
// own.
func copyRecord(i int) string {
	a, w := articleOf(0), newWriter(i+1)
	a.id, a.title, a.published = fmt.Sprintf("c%05d", i), "Leaders speak by phone", "2018-04-02" // Easter Monday
	a.text = "President Anna Abelson called Prime Minister Boris Brandt on Friday. The two leaders wished each other a happy Easter, her office said.\n\n" + a.text + "\n\n" + w.sentence()
	return record(a, "copies")
}

// storyRecord is a report of its own, told as one story with the others.
func storyRecord(i int) string { return record(articleOf(i), "reports") }

// clauses joins statements that each hold a number.
func clauses(n int, joint string) string {
	w := newWriter(0)
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(joint)
		}
		if i == 0 || strings.HasPrefix(joint, ".") {
			b.WriteString("The ")
		} else {
			b.WriteString("the ")
		}
		fmt.Fprintf(&b, "%s %s %d %s on %d June", w.of(bodies), w.of(verbs), 2+w.IntN(5000), w.of(nouns), 28+w.IntN(4)) // the 31st is none
	}
	b.WriteString(".\n")
	return b.String()
}

func longDocument(kilobytes int) string {
	return "---\npublished: 2018-06-15\n---\n# A long report\n\n" + newWriter(0).paragraphs(kilobytes<<10) + "\n"
}
