package timeline

// An account that names weekdays proves its year. "Monday 6 April … Saturday 11
// April" are days of 2020 or 2015, whatever year is nearest: one weekday may be a
// slip, two that fit one year and not the nearest are none. Its other days have the
// same year, or the one beside it.

// proofYears is how many years back an account is looked for that its weekdays
// prove: within eleven every day of the year has fallen on every weekday.
const proofYears = 11

// proveYears gives the months and days that an account tells without a year the one
// that its weekdays prove. What happened in the weeks before publication is news and
// proves nothing.
func (d *Document) proveYears() {
	base, known := d.Published.When.Single()
	if !known {
		return
	}
	var run []*placed
	for i := range d.readings {
		r := &d.readings[i]
		switch {
		case r.op == opClock || r.op == opDuration || !story(r.zone):
			continue
		case !r.mayTell() || len(run) > 0 && r.sentence-run[len(run)-1].sentence > retoldSentences:
			d.proveRun(run, base)
			run = run[:0]
		}
		if r.mayTell() {
			run = append(run, r)
		}
	}
	d.proveRun(run, base)
}

// mayTell reports whether r is a month or a month and day without a year that no verb
// puts ahead.
func (r *Reading) mayTell() bool {
	return r.op == opYearless && !r.ofYear && !r.modified && !r.Discourse && !r.future && r.Problem == ""
}

// tells reports whether r is told in the past.
func (d *Document) tells(r *placed) bool {
	if r.told || r.past || !r.asks {
		return r.told || r.past
	}
	v, ok := d.Verb(r.sentence, r.Span)
	return ok && v.Outlook == Back
}

// proveRun gives the readings of run, dates of one account in the order of the text,
// the years that their weekdays prove.
func (d *Document) proveRun(run []*placed, base Day) {
	if len(run) < 2 {
		return
	}
	proof, ok := d.provenDay(run, base)
	if !ok {
		return
	}
	for _, r := range run {
		y, ok := r.yearNear(proof, base)
		if ok && y != r.nearestYear(base) && !r.isNewsFrom(base) && d.tells(r) {
			r.agreed = y
			r.resolve(base, d.opt)
		}
	}
}

// provenDay returns a day that the weekdays of run prove: the first one with a
// weekday, where this is right in its nearest year; else in the last year in which
// all are right, two of them at least.
func (d *Document) provenDay(run []*placed, base Day) (Day, bool) {
	var named []*placed
	for _, r := range run {
		if r.Weekday >= 0 && r.dom > 0 && d.tells(r) {
			named = append(named, r)
		}
	}
	if len(named) == 0 {
		return 0, false
	}
	first, y := named[0], named[0].nearestYear(base)
	if first.isNewsFrom(base) {
		return 0, false
	}
	for k := y; k >= y-proofYears; k-- {
		if first.inYears(k) && first.firstIn(k) < base && allOn(named, first.firstIn(k), base) {
			return first.firstIn(k), k == y || len(named) > 1
		}
	}
	return 0, false
}

// allOn reports whether each of named falls on its weekday in the year that brings it
// nearest to proof.
func allOn(named []*placed, proof, base Day) bool {
	for _, r := range named {
		y, ok := r.yearNear(proof, base)
		if !ok || int(r.firstIn(y).Weekday()) != r.Weekday {
			return false
		}
	}
	return true
}

// yearNear returns the year that brings r nearest to day, before base.
func (r *Reading) yearNear(day, base Day) (best int, ok bool) {
	y, _, _ := day.Civil()
	for k := y - 1; k <= y+1; k++ {
		if r.inYears(k) && r.firstIn(k) < base && (!ok || abs(r.firstIn(k)-day) < abs(r.firstIn(best)-day)) {
			best, ok = k, true
		}
	}
	return best, ok
}

// isNewsFrom reports whether r, in its nearest year, lies in the weeks before base.
func (r *Reading) isNewsFrom(base Day) bool {
	iv, _ := r.absolute(r.nearestYear(base))
	return iv.Closed() && iv.From.Day() <= base && iv.LastDay()+newsReach > base
}
