// Package isolate keeps a defect to the piece of work that it stands in: a
// panic becomes an error that names the document and the stage.
//
// What the Go runtime ends the program for cannot be kept so: a stack that
// overflows, memory that runs out, a map written by two goroutines at once.
package isolate

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// The stages of the work on documents. Those that look at something in
// particular have it behind a blank, as in "facts number" and "rule
// date/conflict".
const (
	StageRead         = "read"         // a file or record becomes an article
	StageTimes        = "times"        // its time expressions are found
	StagePublication  = "publication"  // its publication date is worked out
	StageLink         = "link"         // it is compared with the others for shared passages
	StageResolve      = "resolve"      // its time expressions are resolved
	StageEvents       = "events"       // its names and events are read
	StageFacts        = "facts"        // one kind of facts is read, named by its scope
	StageRule         = "rule"         // a rule looks at it
	StageRules        = "rules"        // what lies between facts and rules
	StageStory        = "story"        // the documents of a story are compared
	StageSources      = "sources"      // it is compared with its sources
	StageSuppressions = "suppressions" // its comments and front matter are looked through
	StageFinding      = "finding"      // what a rule found is given its place and id
	StageDates        = "dates"        // its times are listed
	StageTimeline     = "timeline"     // an event is listed
	StageCase         = "case"         // a case of a rule runs
	StagePrint        = "print"        // an output is written, named by its format
	StageCommand      = "command"      // anything else
)

// Work says what is worked on.
type Work struct {
	Stage string // a stage, perhaps with what it looks at
	Doc   string // id of the document, several by ", "; may be empty
	File  string // the document's file, or where an output goes; may be empty
}

// A Defect is a panic: an error of the program, not of what it reads.
type Defect struct {
	Work
	Value any    // of the panic
	Stack []byte // of the goroutine, as debug.Stack writes it; nil if it is not known
}

// Error returns the file, the stage, the document and the value on one line.
func (d *Defect) Error() string {
	var b strings.Builder
	if d.File != "" {
		b.WriteString(d.File + ": ")
	}
	fmt.Fprintf(&b, "internal error in stage %q", d.Stage)
	if d.Doc != "" {
		fmt.Fprintf(&b, " of document %q", d.Doc)
	}
	return b.String() + ": " + d.Short()
}

// Short returns the value of the panic on one line, cut if it is long.
func (d *Defect) Short() string { return oneLine(fmt.Sprint(d.Value)) }

// Unwrap returns the value of the panic if it is an error.
func (d *Defect) Unwrap() error {
	err, _ := d.Value.(error)
	return err
}

// maxValue is how much of a panic's value is shown, in runes.
const maxValue = 300

func oneLine(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > maxValue {
		return string(r[:maxValue]) + " …"
	}
	return string(r)
}

// Do does a piece of work. It returns nil, or the defect that ended it: then
// nothing that f made may be used.
func Do(w Work, f func()) *Defect {
	p := Catch(func() {
		Trip(w.Stage, w.Doc)
		f()
	})
	if p == nil {
		return nil
	}
	return &Defect{Work: w, Value: p.Value, Stack: p.Stack}
}

// A Panic is a panic that was caught, and can be raised again elsewhere without
// losing where it began.
type Panic struct {
	Value any
	Stack []byte
}

func (p *Panic) String() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

// Catch calls f and returns its panic, nil if there was none.
func Catch(f func()) (caught *Panic) {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case *Panic:
			caught = v
		default:
			caught = &Panic{v, debug.Stack()}
		}
	}()
	f()
	return nil
}

// fault is the panic that a test asked for; nil outside of tests.
var fault *Work

// Inject makes the given stage panic on a document, or on every one if doc is
// "*". It is for tests, which call it before any work begins; nothing else in
// the program does.
func Inject(stage, doc string) { fault = &Work{Stage: stage, Doc: doc} }

// Injected reports whether a test has asked for a panic, for stages that have to
// look up the document first.
func Injected() bool { return fault != nil }

// Trip panics if a test has asked for it at this stage of this document, or of
// the first of several.
func Trip(stage, doc string) {
	if fault == nil || fault.Stage != stage {
		return
	}
	if fault.Doc == "*" || fault.Doc == doc || strings.HasPrefix(doc, fault.Doc+", ") {
		panic("injected fault\nat " + stage)
	}
}
