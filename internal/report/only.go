package report

import "strings"

// Only says which events of a timeline are wanted. The zero Only wants all.
type Only struct {
	Persons []string // names of which one takes part or says so, whole or a part, in any case
	Kinds   []string // kinds of which it is one: call, visit, or a verb
	From    string   // the first day wanted, YYYY-MM-DD; "" for no bound
	To      string   // the last day wanted
}

// Keep leaves only the events that o wants. With a bound of days, events without
// a day are left out.
func (t *Timeline) Keep(o Only) {
	kept := t.Events[:0]
	undated := 0
	for i := range t.Events {
		if e := &t.Events[i]; o.wants(e) {
			kept = append(kept, *e)
			if e.When == nil {
				undated++
			}
		}
	}
	t.Events, t.Undated = kept, undated
}

func (o *Only) wants(e *Event) bool {
	return o.during(e.When) && (len(o.Kinds) == 0 || anyFold(o.Kinds, e.Kind, strings.EqualFold)) && (len(o.Persons) == 0 || o.about(e))
}

// about reports whether one of the persons takes part in e or tells it.
func (o *Only) about(e *Event) bool {
	for _, name := range append(e.Participants[:len(e.Participants):len(e.Participants)], e.Source) {
		if anyFold(o.Persons, name, containsFold) {
			return true
		}
	}
	return false
}

// during reports whether w overlaps the days wanted. Days are compared as text,
// which their form allows.
func (o *Only) during(w *When) bool {
	if o.From == "" && o.To == "" {
		return true
	}
	return w != nil && (o.From == "" || w.To == nil || *w.To > o.From) && (o.To == "" || w.From == nil || (*w.From)[:len("2006-01-02")] <= o.To)
}

func anyFold(list []string, s string, same func(s, x string) bool) bool {
	for _, x := range list {
		if same(s, x) {
			return true
		}
	}
	return false
}

func containsFold(s, x string) bool { return strings.Contains(strings.ToLower(s), strings.ToLower(x)) }
