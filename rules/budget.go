package rules

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/interpreter"
)

// The budget of a rule that none was given. Steps decide: they are the same on
// every machine. A hundred million of them take some seconds, the clock is for
// what takes longer than its steps say, and for slow machines.
const (
	DefaultSteps = 100_000_000
	DefaultTime  = time.Minute
)

const (
	// documentShare is the part of a rule's budget that one document may take,
	// so that a single one does not cost all others the rule.
	documentShare = 5
	// stepsPerByte is what a budget gains with each byte of the articles: what
	// is linear in them runs however many there are.
	stepsPerByte = 20
	// lookEvery is after how many steps a rule looks whether it may go on.
	lookEvery = 4096
)

// ErrBudget is what an Error unwraps to when a rule was stopped for what it
// took.
var ErrBudget = errors.New("over budget")

// A Budget bounds what one rule may take in one run. What is 0 is the default.
//
// A step is a node of an expression that a loop evaluates, a value or 16 bytes
// of text that are made or compared, or a part of the work on a pair. What has
// no loop and makes nothing ends soon by itself and is not counted.
type Budget struct {
	// Steps is for the whole run, a fifth of it for one document. Each byte of
	// the articles adds 20 to both.
	Steps int64
	// Time is for the whole run, on all processors together. It is looked at
	// only where a rule loops or works on pairs.
	Time time.Duration
}

func (b Budget) steps() int64 {
	if b.Steps > 0 {
		return b.Steps
	}
	return DefaultSteps
}

func (b Budget) time() time.Duration {
	if b.Time > 0 {
		return b.Time
	}
	return DefaultTime
}

// A usedUp is which part of its budget stopped a rule.
type usedUp uint8

const (
	unspent   usedUp = iota
	workUsed         // values made or compared over one binding
	shareUsed        // steps over one document
	runUsed          // steps of the run
	clockUsed        // time of the run
)

// A Ledger adds up what rules take in one run. The documents of the run, and
// whatever else rules are over, each have an [Account], which are in an order:
// a rule whose steps are used up is left out from the account on that used up
// the last of them, as if the accounts had been worked on one after the other.
// So what is left out does not depend on how many are at a time. Only the clock
// is not so: see [Overrun].
type Ledger struct {
	sizes   []int64
	total   int64 // bytes of all accounts
	stopped atomic.Bool

	mu      sync.Mutex
	tallies map[*Rule]*tally
	order   []*tally         // as first met
	pending map[int]*Account // closed before some account before them
	next    int              // the accounts before it are settled
}

// NewLedger returns a Ledger of a run over articles of the given sizes in
// bytes, which have the first accounts. What is no article has no size: any number
// of accounts may follow.
func NewLedger(sizes []int64) *Ledger {
	l := &Ledger{sizes: sizes, tallies: map[*Rule]*tally{}, pending: map[int]*Account{}}
	for _, n := range sizes {
		l.total += n
	}
	return l
}

// A tally is what one rule took.
type tally struct {
	rule  *Rule
	steps int64         // allowed, without those for the articles
	limit int64         // with them
	time  time.Duration // allowed

	took  atomic.Int64 // nanoseconds
	late  atomic.Bool  // the clock has stopped it
	spent int64        // steps, in the accounts that are settled
	cut   int          // the first account without the rule
	by    usedUp       // what made the cut
	// passed are the settled accounts that the rule was stopped in by a bound
	// of the account alone, and the first such error.
	passed []int
	first  *Error
}

func (l *Ledger) size(account int) int64 {
	if account < len(l.sizes) {
		return l.sizes[account]
	}
	return 0
}

// Account returns the account with the given index, to be closed when all
// rules have run over it. It serves one goroutine.
func (l *Ledger) Account(index int) *Account {
	return &Account{ledger: l, index: index}
}

// tally returns the tally of a rule. The caller holds the lock.
func (l *Ledger) tally(r *Rule, b Budget) *tally {
	t := l.tallies[r]
	if t == nil {
		t = &tally{rule: r, steps: b.steps(), limit: b.steps() + stepsPerByte*l.total, time: b.time(), cut: math.MaxInt}
		l.tallies[r] = t
		l.order = append(l.order, t)
	}
	return t
}

// settle adds an account up, and then those behind it that waited for it.
func (l *Ledger) settle(a *Account) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.pending[a.index] = a
	for a := l.pending[l.next]; a != nil; a = l.pending[l.next] {
		delete(l.pending, l.next)
		for _, e := range a.entries {
			l.add(e, a.index)
		}
		a.entries = nil
		l.next++
	}
}

func (l *Ledger) add(e *entry, index int) {
	t := e.tally
	if t.cut < index {
		return
	}
	t.spent += min(e.steps, e.share)
	switch {
	case t.spent > t.limit:
		t.cut, t.by = index, runUsed
	case e.by == clockUsed:
		t.cut, t.by = index, clockUsed
	case e.by != unspent || e.steps > e.share:
		t.passed = append(t.passed, index)
		if t.first == nil {
			t.first, t.by = e.err, max(e.by, workUsed)
		}
		return
	default:
		return
	}
	l.stopped.Store(true)
}

// An Account is what rules take over one document of a run.
type Account struct {
	ledger  *Ledger
	index   int
	entries []*entry
	stopped bool // some rule is
}

// An entry is what one rule took over the bindings of an account.
type entry struct {
	tally *tally
	steps int64
	share int64  // steps allowed
	left  int64  // of the run, by those accounts before it that are settled
	by    usedUp // what stopped the rule here
	err   *Error
}

// Close says that no rule will run over the account any more.
func (a *Account) Close() {
	if a.ledger != nil {
		a.ledger.settle(a)
	}
}

// find returns what a rule took so far; nil for nothing.
func (a *Account) find(r *Rule) *entry {
	for _, e := range a.entries {
		if e.tally.rule == r {
			return e
		}
	}
	return nil
}

// entry returns the entry of a rule.
func (a *Account) entry(r *Rule, b Budget) *entry {
	e := a.find(r)
	if e == nil {
		e = a.open(r, b)
		a.entries = append(a.entries, e)
	}
	return e
}

func (a *Account) open(r *Rule, b Budget) *entry {
	l := a.ledger
	if l == nil {
		t := &tally{rule: r, limit: b.steps(), time: b.time(), cut: math.MaxInt}
		return &entry{tally: t, share: t.limit, left: t.limit}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	t := l.tally(r, b)
	return &entry{tally: t, share: b.steps()/documentShare + stepsPerByte*l.size(a.index), left: t.limit - t.spent}
}

// leaves reports whether a rule is left out here from now on.
func (a *Account) leaves(r *Rule) bool {
	if a.stopped {
		if e := a.find(r); e != nil && e.by != unspent {
			return true
		}
	}
	if a.ledger == nil || !a.ledger.stopped.Load() {
		return false
	}
	a.ledger.mu.Lock()
	t := a.ledger.tallies[r]
	out := t != nil && t.cut < a.index
	a.ledger.mu.Unlock()
	if t != nil && !out && t.late.Load() {
		a.stop(a.entry(r, Budget{}), clockUsed)
		return true
	}
	return out
}

func (a *Account) stop(e *entry, by usedUp) {
	e.by, a.stopped = by, true
}

// An Overrun is a rule that was stopped for what it took, and the accounts
// that it did not look at, or not at all that is in them: what it found there
// does not count.
//
// Where the clock stopped it, which accounts these are depends on the machine.
type Overrun struct {
	Rule     *Rule
	Accounts []int // ascending
	// Clock says that the time was used up, not the steps.
	Clock bool

	steps int64
	time  time.Duration
	by    usedUp
	first *Error
}

// Overruns returns the rules that were stopped, by file and place. All accounts
// must be closed.
func (l *Ledger) Overruns() []Overrun {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []Overrun
	for _, t := range l.order {
		o := Overrun{Rule: t.rule, Accounts: slices.Clone(t.passed), Clock: t.by == clockUsed, steps: t.steps, time: t.time, by: t.by, first: t.first}
		for i := t.cut; i < l.next; i++ {
			o.Accounts = append(o.Accounts, i)
		}
		if len(o.Accounts) > 0 {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b Overrun) int {
		if c := strings.Compare(a.Rule.File, b.Rule.File); c != 0 {
			return c
		}
		return a.Rule.Pos.Offset - b.Rule.Pos.Offset
	})
	return out
}

// LeavesOut reports whether what the rule found in an account does not count.
func (o *Overrun) LeavesOut(account int) bool {
	_, found := slices.BinarySearch(o.Accounts, account)
	return found
}

// Reason says which bound the rule has passed, as “took more than 40,000,000
// steps over one document”; the steps for each byte are left out.
func (o *Overrun) Reason() string {
	switch o.by {
	case workUsed:
		if o.first != nil {
			return o.first.Message
		}
	case shareUsed:
		return fmt.Sprintf("took more than its %s steps over one document", grouped(o.steps/documentShare))
	case clockUsed:
		return fmt.Sprintf("took more than its %v in all", o.time)
	}
	return fmt.Sprintf("took more than its %s steps in all", grouped(o.steps))
}

// Error returns the problem of the rule at its place; documents is how many
// were not looked at. It wraps [ErrBudget].
func (o *Overrun) Error(documents int) *Error {
	looked := fmt.Sprintf("%s documents were not looked at", grouped(int64(documents)))
	if documents == 1 {
		looked = "1 document was not looked at"
	}
	hint := "raise it with --rule-steps or rule-steps in factcheck.yaml, or let the condition begin with what rules most out"
	switch o.by {
	case clockUsed:
		looked += "; which ones depends on the machine"
		hint = "raise it with --rule-time or rule-time in factcheck.yaml, or let the condition begin with what rules most out"
	case workUsed:
		hint = ""
	}
	e := o.Rule.problem(o.Reason()+"; "+looked, hint)
	if o.by == workUsed && o.first != nil {
		e.Line, e.Column, e.Source = o.first.Line, o.first.Column, o.first.Source
	}
	return e
}

// problem returns the error of a rule that was stopped at a bound.
func (r *Rule) problem(message, hint string) *Error {
	e := r.file.errorAt(r.Pos, message, hint)
	e.Rule, e.cause = r.ID, ErrBudget
	return e
}

// alone returns the error of a rule that was stopped where nothing else but
// one binding, or one document's pairs, is looked at.
func (e *entry) alone() *Error {
	if e.by == clockUsed {
		return e.tally.rule.problem(fmt.Sprintf("stopped after %v", e.tally.time), "")
	}
	return e.tally.rule.problem(fmt.Sprintf("stopped after %s steps", grouped(e.tally.limit)), "")
}

// A meter counts what one rule takes over one binding, or over the pairs of
// one document.
type meter struct {
	ctx     context.Context
	account *Account
	budget  Budget
	rule    *Rule
	began   time.Time // of the first loop
	steps   int64     // not yet in the account
	by      usedUp    // what has stopped the rule
	halted  error     // the same, or the error of the context
}

// step counts n steps. It panics in the way that cel-go takes for the end of an
// evaluation when the rule must stop.
func (m *meter) step(n int64) {
	if m.steps += n; m.steps > lookEvery || m.halted != nil {
		m.pause()
	}
}

// pass counts n steps and says whether the rule may go on.
func (m *meter) pass(n int64) bool {
	m.steps += n
	return m.steps <= lookEvery && m.halted == nil || m.mayGoOn()
}

func (m *meter) pause() {
	if m.mayGoOn() {
		return
	}
	panic(interpreter.EvalCancelledError{Message: m.halted.Error(), Cause: interpreter.CostLimitExceeded})
}

// mayGoOn books the steps so far and says whether the rule may go on.
func (m *meter) mayGoOn() bool {
	if m.halted == nil {
		e := m.book()
		switch {
		case m.ctx.Err() != nil:
			m.halted = m.ctx.Err()
		case e.steps > e.share:
			m.halt(e, shareUsed)
		case e.steps > e.left:
			m.halt(e, runUsed)
		case e.tally.late.Load() || !m.began.IsZero() && time.Duration(e.tally.took.Load())+time.Since(m.began) > e.tally.time:
			m.halt(e, clockUsed)
		}
	}
	return m.halted == nil
}

func (m *meter) halt(e *entry, by usedUp) {
	m.account.stop(e, by)
	m.by, m.halted = by, ErrBudget
	if by == clockUsed {
		e.tally.late.Store(true)
		if l := m.account.ledger; l != nil {
			l.stopped.Store(true)
		}
	}
}

// book writes the steps so far into the account.
func (m *meter) book() *entry {
	e := m.account.entry(m.rule, m.budget)
	e.steps += m.steps
	m.steps = 0
	return e
}

// loop notes that the rule begins to work on something that may take long.
func (m *meter) loop() {
	if m.began.IsZero() {
		m.began = time.Now()
	}
}

// finish writes what the rule took into the account.
func (m *meter) finish() {
	if m.account.ledger == nil || m.steps == 0 && m.began.IsZero() {
		m.steps, m.began = 0, time.Time{}
		return
	}
	e := m.book()
	if !m.began.IsZero() {
		e.tally.took.Add(int64(time.Since(m.began)))
		m.began = time.Time{}
	}
	if m.by == unspent && m.halted == nil && e.by == unspent && e.steps > e.share {
		m.account.stop(e, shareUsed)
	}
}

// A ticker counts the rounds of a loop, each as the nodes that it evaluates.
type ticker struct {
	interpreter.InterpretableV2
	nodes int64
}

// Exec implements interpreter.InterpretableV2.
func (t *ticker) Exec(frame *interpreter.ExecutionFrame) ref.Val {
	if m, ok := frame.ResolveName(meterName); ok {
		if r, ok := m.(*run); ok {
			r.step(t.nodes)
		}
	}
	return t.InterpretableV2.Exec(frame)
}

// Eval implements interpreter.Interpretable.
func (t *ticker) Eval(names interpreter.Activation) ref.Val {
	return t.Exec(interpreter.AsFrame(names))
}

// rounds returns for each loop of e the id of the expression that is evaluated
// once a round, and how many nodes a round has, those of inner loops aside.
func rounds(e celast.Expr) map[int64]int64 {
	var out map[int64]int64
	celast.PreOrderVisit(e, celast.NewExprVisitor(func(n celast.Expr) {
		if n.Kind() != celast.ComprehensionKind {
			return
		}
		c := n.AsComprehension()
		if out == nil {
			out = map[int64]int64{}
		}
		out[c.LoopStep().ID()] = nodesOf(c.LoopStep()) + nodesOf(c.LoopCondition())
	}))
	return out
}

// nodesOf counts the nodes of e. Of a loop in it, only those evaluated once.
func nodesOf(e celast.Expr) int64 {
	n := int64(0)
	celast.PreOrderVisit(e, celast.NewExprVisitor(func(x celast.Expr) {
		n++
		if x.Kind() == celast.ComprehensionKind {
			c := x.AsComprehension()
			n -= nodesOf(c.LoopStep()) + nodesOf(c.LoopCondition())
		}
	}))
	return n
}
