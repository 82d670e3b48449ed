package rules

// A Spending is what rules took over one account, where nothing stopped them. Of
// equal documents, rules and budgets it is the same in every run.
type Spending struct{ entries []*entry }

// Spending returns what rules took over the account. It is asked before Close.
func (a *Account) Spending() Spending { return Spending{a.entries} }

// Repeat books what rules took over an equal account of another run, in place of
// running them. That run must have had no [Overrun].
func (a *Account) Repeat(s Spending) {
	if a.ledger == nil {
		return
	}
	a.ledger.mu.Lock()
	defer a.ledger.mu.Unlock()
	for _, e := range s.entries {
		was := e.tally
		now := a.ledger.tally(was.rule, Budget{Steps: was.steps, Time: was.time})
		a.entries = append(a.entries, &entry{tally: now, steps: e.steps, share: e.share})
	}
}
