package factcheck

import (
	"errors"
	"sync"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/rules"
	"factcheck/timeline"
)

// An Option says how articles are checked. Without any, the rules that ship run
// over each article alone, and named days are those that ship. What is wrong with
// an option is an error of the function that it is given to, which does without.
type Option func(*settings)

// A settings gathers options.
type settings struct {
	input     checker.Input
	files     []RuleFile
	set       *RuleSet
	almanacs  []*timeline.Almanac
	time      *TimeOptions
	configure func(*Article) *checker.Options
	errs      []error
}

// WithSources gives what the articles are checked against. A source that is one
// of the articles, by its file, is left out; one with the id of an article is named by
// its file instead.
func WithSources(sources ...*Article) Option {
	return func(s *settings) { s.input.Sources = append(s.input.Sources, sources...) }
}

// WithSameStory says that all articles claim to tell one story. Without it, those do
// that have an equal story in their front matter.
func WithSameStory() Option { return func(s *settings) { s.input.SameStory = true } }

// WithPublished gives the publication date of all articles, over what they say
// themselves; nil: none is given.
func WithPublished(date *Date) Option { return func(s *settings) { s.input.Published = date } }

// WithRuleFiles adds rules to those that ship. Each call of [Check] compiles them
// anew; [LoadRules] with WithRules does so once.
func WithRuleFiles(files ...RuleFile) Option {
	return func(s *settings) { s.files = append(s.files, files...) }
}

// WithRules runs the rules of set and no others.
func WithRules(set *RuleSet) Option { return func(s *settings) { s.set = set } }

// WithAlmanac adds named days and dated events, in the YAML that --almanac reads,
// to those that ship. Name is what errors show.
func WithAlmanac(name string, src []byte) Option {
	return func(s *settings) {
		a, err := timeline.ParseAlmanac(name, src)
		s.errs = append(s.errs, err)
		if a != nil {
			s.almanacs = append(s.almanacs, a)
		}
	}
}

// WithTime says how expressions of time are read. A nil Almanac is that which
// ships.
func WithTime(opt *TimeOptions) Option { return func(s *settings) { s.time = opt } }

// WithPassedOver has the report say which files reading passed over.
func WithPassedOver(r *Reading) Option {
	return func(s *settings) { s.input.PassedOver = append(s.input.PassedOver, r.PassedOver...) }
}

// WithConfigured gives each article and source options of its own, in place of
// rules and time; of gives one article the same each time.
func WithConfigured(of func(*Article) *checker.Options) Option {
	return func(s *settings) { s.configure = of }
}

// WithProgress has f called whenever an article has been checked, with how many have
// been and how many there are. Several goroutines call it.
func WithProgress(f func(done, total int)) Option {
	return func(s *settings) { s.input.Progress = f }
}

func settingsOf(options []Option) *settings {
	s := &settings{}
	for _, o := range options {
		o(s)
	}
	return s
}

// shipped are the rules that ship.
var shipped = sync.OnceValues(func() (*RuleSet, error) { return LoadRules() })

// LoadRules checks the rules that ship together with those of files, which may use
// what these define. It returns the rules that are right, and an error that lists
// every mistake as [*RuleError].
func LoadRules(files ...RuleFile) (*RuleSet, error) {
	return rules.Load(append([]RuleFile{{Name: "rules.cel", Text: Rules}}, files...)...)
}

// options returns the options of a run, and notes what is wrong with them.
func (s *settings) options() checker.Options {
	if s.configure != nil {
		return checker.Options{For: s.configure}
	}
	return checker.Options{Rules: s.rules(), Time: s.times()}
}

func (s *settings) rules() *RuleSet {
	load := shipped
	switch {
	case s.set != nil && len(s.files) > 0:
		s.errs = append(s.errs, errors.New("WithRules and WithRuleFiles exclude each other: the rule files do not run"))
		return s.set
	case s.set != nil:
		return s.set
	case len(s.files) > 0:
		load = func() (*RuleSet, error) { return LoadRules(s.files...) }
	}
	set, err := load()
	s.errs = append(s.errs, err)
	return set
}

func (s *settings) times() *TimeOptions {
	var opt TimeOptions
	if s.time != nil {
		opt = *s.time
	}
	if opt.Almanac == nil {
		opt.Almanac = timeline.BuiltinAlmanac()
	}
	for _, a := range s.almanacs {
		opt.Almanac = timeline.Join(opt.Almanac, a)
	}
	return &opt
}

// complete fills in the articles, and makes ids differ.
func (s *settings) complete(articles []*Article) {
	var err error
	s.input.Articles, err = article.Distinct(articles)
	s.errs = append(s.errs, err)
	s.input.Sources = SourcesBeside(s.input.Sources, s.input.Articles)
}
