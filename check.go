package factcheck

import (
	"context"

	"factcheck/checker"
)

// Check runs the rules over articles and returns what they find: the worst first,
// then in the order of articles and of the text. The report holds all that could be
// found, also beside an error. Of
// two articles with one id the first is checked, the other is an error.
func Check(ctx context.Context, articles []*Article, options ...Option) (*Report, error) {
	run, err := Open(articles, options...)
	report, failed := run.Check(ctx)
	return report, join(err, failed)
}

// Open dates articles, and reads no more of them than that needs; the Run reads
// the rest when asked. The error says what is wrong with options and ids; the Run can
// be asked all the same.
func Open(articles []*Article, options ...Option) (*Run, error) {
	s := settingsOf(options)
	s.complete(articles)
	opt := s.options()
	return checker.Read(s.input, opt), join(s.errs...)
}
