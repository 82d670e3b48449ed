// Package factcheck checks the dates and facts of news articles against each
// other: inside one article, against its sources, and between articles that tell
// one story. It is the library behind the command factcheck/cmd/factcheck, and
// what an editor or a server stands on. It uses no network and no clock, and the
// same input gives the same report on every machine.
//
// [Parse] turns bytes into articles, [Check] runs the rules over them once. A
// [Session] holds articles and sources, exchanges one and answers again without
// reading the others anew.
//
// # Errors
//
// A finding is data about an article and stands in the [Report]. An error means
// that something could not be looked at. Functions return everything that they
// could do beside an error that lists every problem: a *multierror.Error
// (github.com/hashicorp/go-multierror) of
//
//   - [*Error]: an input, with file, line and column;
//   - [*RuleError]: a mistake in a rule file, or a rule that failed, at its place;
//   - [*Defect]: a panic of this library, which costs the work it stood in and no
//     more;
//   - errors of other types, such as that of an unknown option value.
//
// # Concurrency
//
// All functions may be called at once, and articles, rules and options may be
// shared between calls: nothing writes to them. Each call uses up to GOMAXPROCS
// processors by itself. A [Session] may be used from several goroutines; see there.
package factcheck
