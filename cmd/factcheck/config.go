package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/config"
	"factcheck/internal/files"
	"factcheck/internal/lexicon"
	"factcheck/rules"
	"factcheck/timeline"
)

// A setup is what one configuration, or none, and the flags over it come to.
type setup struct {
	config  *config.Config // nil: none
	options *checker.Options
	failOn  string
	ruled   bool // the rules have been loaded
}

// setups gives each document the setup of its own configuration. Each
// configuration is read once, and so are its rules.
type setups struct {
	flags    *readFlags
	read     *configurations
	rules    []string // files of --rules
	byFolder map[string]string
	byFile   map[string]*setup
	byDoc    map[*article.Article]*setup
	said     map[string]bool
	problems []error
}

func newSetups(f *readFlags, read *configurations, ruleFiles []string) *setups {
	return &setups{flags: f, read: read, rules: ruleFiles, byFolder: map[string]string{}, byFile: map[string]*setup{}, byDoc: map[*article.Article]*setup{}, said: map[string]bool{}}
}

// setups reads the configurations of all articles, with rules, and of the
// sources, without. The flags themselves are looked at even where there is no
// document. The error lists every problem once.
func (f *readFlags) setups(read *configurations, articles, sources []*article.Article, ruleFiles []string, withRules bool) (*setups, error) {
	s := newSetups(f, read, ruleFiles)
	if f.noConfig && f.config != "" {
		s.fail(errors.New("--config and --no-config exclude each other"))
	}
	s.fail(f.knownLanguage())
	s.add(articles, sources, withRules)
	if len(articles) == 0 {
		none := s.at(f.config)
		if withRules {
			s.load(none)
		}
	}
	return s, s.sorted()
}

// add gives documents their setups.
func (s *setups) add(articles, sources []*article.Article, withRules bool) {
	for _, a := range articles {
		s.byDoc[a] = s.at(s.file(a))
		if withRules {
			s.load(s.byDoc[a])
		}
	}
	for _, a := range sources {
		s.byDoc[a] = s.at(s.file(a))
	}
}

// configured gives the documents of a run their own options.
func (s *setups) configured() factcheck.Option {
	return factcheck.WithConfigured(func(a *article.Article) *checker.Options { return s.byDoc[a].options })
}

// fail keeps the problems that have not been told yet.
func (s *setups) fail(err error) {
	for _, e := range flatten(err) {
		if !s.said[e.Error()] {
			s.said[e.Error()] = true
			s.problems = append(s.problems, e)
		}
	}
}

// sorted returns all problems: those of configurations file by file and line by
// line, then the others.
func (s *setups) sorted() error {
	files := map[string]int{}
	for _, err := range s.problems {
		if e, ok := err.(*config.Error); ok && files[e.File] == 0 {
			files[e.File] = len(files) + 1
		}
	}
	slices.SortStableFunc(s.problems, func(a, b error) int {
		x, isX := a.(*config.Error)
		y, isY := b.(*config.Error)
		switch {
		case !isX && !isY:
			return 0
		case !isX:
			return 1
		case !isY:
			return -1
		}
		return cmp.Or(files[x.File]-files[y.File], x.Line-y.Line, x.Column-y.Column)
	})
	var all *multierror.Error
	return multierror.Append(all, s.problems...).ErrorOrNil()
}

// file returns the configuration of a document, "" for none.
func (s *setups) file(a *article.Article) string {
	switch {
	case s.flags.noConfig:
		return ""
	case s.flags.config != "":
		return s.flags.config
	}
	folder := "."
	if a.File != "-" {
		folder = filepath.Dir(a.File)
	}
	file, ok := s.byFolder[folder]
	if !ok {
		file = config.Find(folder)
		s.flags.log.Config(folder, file)
		s.byFolder[folder] = file
	}
	return file
}

// configurations are those that the command has read, each once: first for its flags,
// then for the articles. A pipe could not be read again.
type configurations struct{ byFile map[string]*configuration }

type configuration struct {
	*config.Config
	problems error
}

// load is config.Load.
func (c *configurations) load(file string, pipes files.Pipes) (*config.Config, error) {
	id := oneName(file)
	x := c.byFile[id]
	if x == nil {
		x = &configuration{}
		x.Config, x.problems = config.Load(file, pipes)
		if c.byFile == nil {
			c.byFile = map[string]*configuration{}
		}
		c.byFile[id] = x
	}
	return x.Config, x.problems
}

// oneName returns the same name for a file that has several; "" for none.
func oneName(file string) string {
	if abs, err := filepath.Abs(file); err == nil && file != "" {
		return abs
	}
	return file
}

// at returns the setup of a configuration, "" for none.
func (s *setups) at(file string) *setup {
	id := oneName(file)
	if x := s.byFile[id]; x != nil {
		return x
	}
	x := &setup{failOn: "error"}
	if file != "" {
		c, err := s.read.load(file, files.Pipes(s.flags.stdin && s.flags.config != ""))
		s.fail(err)
		x.config = c
	}
	s.byFile[id] = x
	x.options = &checker.Options{Time: s.time(x.config), Triggers: s.triggers(x.config)}
	if c := x.config; c != nil && c.FailOn.Text != "" {
		x.failOn = c.FailOn.Text
	}
	return x
}

// A namedFile is a file that a configuration or, with a zero place, a flag
// names.
type namedFile struct {
	path string
	at   config.Place
}

// read returns the bytes of the file, at most limit, or says what is wrong with
// it where it is named.
func (n namedFile) read(limit int) ([]byte, error) {
	src, err := files.Read(n.path, limit, false)
	if err != nil {
		return nil, n.problem(err)
	}
	return src, nil
}

// problem says what is wrong with the file where it is named.
func (n namedFile) problem(err error) error {
	err = fileProblem(n.path, err)
	if n.at.Line == 0 {
		return err
	}
	return n.at.Error(err.Error(), "paths count from the folder of the file that they stand in")
}

// filesOf lists what the configuration names, then what the flag names, each
// file once.
func filesOf(values []config.Value, flags []string) []namedFile {
	var out []namedFile
	seen := map[string]bool{}
	add := func(n namedFile) {
		id := filepath.Clean(n.path)
		if abs, err := filepath.Abs(n.path); err == nil {
			id = abs
		}
		if !seen[id] {
			seen[id] = true
			out = append(out, n)
		}
	}
	for _, v := range values {
		add(namedFile{v.Text, v.At})
	}
	for _, f := range flags {
		add(namedFile{path: f})
	}
	return out
}

// time returns how to read times: the almanacs, and what the flags or else the
// configuration say of weeks and dates.
func (s *setups) time(c *config.Config) *timeline.Options {
	if c == nil {
		c = &config.Config{}
	}
	opt := &timeline.Options{Almanac: timeline.BuiltinAlmanac()}
	for _, file := range filesOf(c.Almanac, s.flags.almanacs) {
		src, err := s.flags.side(file, timeline.MaxAlmanac)
		if err != nil {
			s.fail(err)
			continue
		}
		a, err := timeline.ParseAlmanac(file.path, src)
		s.fail(err)
		if a != nil {
			opt.Almanac = timeline.Join(opt.Almanac, a)
		}
	}
	var err error
	opt.SundayWeek, err = choice("--week-start", s.value("week-start", s.flags.weekStart, c.WeekStart), "monday", "sunday")
	s.fail(err)
	opt.OrderChosen = s.flags.changed("date-order") || c.DateOrder.Text != ""
	opt.MonthFirst, err = choice("--date-order", s.value("date-order", s.flags.dateOrder, c.DateOrder), "dmy", "mdy")
	s.fail(err)
	return opt
}

// value returns the flag's value if it was given, else that of the
// configuration, else the flag's default.
func (s *setups) value(flag, value string, configured config.Value) string {
	if s.flags.changed(flag) || configured.Text == "" {
		return value
	}
	return configured.Text
}

// triggers returns the event words.
func (s *setups) triggers(c *config.Config) *lexicon.Triggers {
	if c == nil {
		c = &config.Config{}
	}
	out := lexicon.EventTriggers()
	for _, file := range filesOf(c.Lexicon, s.flags.lexicons) {
		src, err := s.flags.side(file, lexicon.MaxTriggers)
		if err != nil {
			s.fail(err)
			continue
		}
		t, err := lexicon.ParseTriggers(file.path, string(src))
		s.fail(err)
		out = out.Join(t)
	}
	return out
}

// load reads the rules of a setup, unless that has been done, and configures
// them.
func (s *setups) load(x *setup) {
	if x.ruled {
		return
	}
	x.ruled = true
	var named []config.Value
	if x.config != nil {
		named = x.config.Rules
	}
	for _, file := range filesOf(named, s.rules) {
		s.flags.log.Path(file.path)
	}
	set, err := readRules(filesOf(named, s.rules), s.flags.side)
	s.fail(err)
	x.options.Rules = set
	s.configure(x)
}

// readRules loads the rules that ship and those of files and folders.
func readRules(files []namedFile, read func(n namedFile, limit int) ([]byte, error)) (*rules.Set, error) {
	var all *multierror.Error
	var sources []factcheck.RuleFile
	for _, file := range files {
		list, err := ruleFiles(file.path)
		if err != nil {
			if file.at.Line > 0 {
				err = file.at.Error(err.Error(), "")
			}
			all = multierror.Append(all, err)
		}
		for _, name := range list {
			src, err := read(namedFile{name, file.at}, rules.MaxFile)
			if err != nil {
				all = multierror.Append(all, err)
				continue
			}
			sources = append(sources, factcheck.RuleFile{Name: name, Text: string(src)})
		}
	}
	set, err := factcheck.LoadRules(sources...)
	if err != nil {
		all = multierror.Append(all, err)
	}
	return set, all.ErrorOrNil()
}

var severities = map[string]rules.Severity{
	config.Note: rules.SeverityNote, config.Warning: rules.SeverityWarning, config.Fail: rules.SeverityError,
}

// configure makes the changes that the configuration asks for, in their order.
// A severity that is given to one rule by its id switches it on.
func (s *setups) configure(x *setup) {
	type state struct {
		severity rules.Severity
		enabled  bool
	}
	set := x.options.Rules
	states := map[string]state{}
	for _, r := range set.Rules() {
		states[r.ID] = state{r.Severity, r.Enabled}
	}
	for _, c := range s.changes(x.config) {
		if c.Rule.Text == checker.UnusedRule {
			x.options.Unused, x.options.UnusedOff = severities[c.Level], c.Level == config.Off
			continue
		}
		list, err := named(set, c)
		if err != nil && c.Rule.At.Line == 0 {
			s.fail(fmt.Errorf("--enable: %w", err))
		} else if err != nil {
			s.fail(c.Rule.At.Error(err.Error(), ""))
		}
		for _, r := range list {
			now := states[r.ID]
			switch c.Level {
			case config.Enable:
				now.enabled = true
			case config.Off:
				now.enabled = false
			default:
				now.severity = severities[c.Level]
				now.enabled = now.enabled || r.ID == c.Rule.Text
			}
			states[r.ID] = now
		}
	}
	x.options.Rules = set.Configure(func(r *rules.Rule) (rules.Severity, bool) {
		return states[r.ID].severity, states[r.ID].enabled
	})
	x.options.Rules.Budget = s.budget(x.config)
}

// changes returns what a configuration, which may be nil, asks for, and then what
// --enable does.
func (s *setups) changes(c *config.Config) []config.Change {
	var out []config.Change
	if c != nil {
		out = append(out, c.Changes...)
	}
	for _, name := range s.flags.enable {
		out = append(out, config.Change{Rule: config.Value{Text: name}, Level: config.Enable})
	}
	return out
}

// named returns the rules that a change is about.
func named(set *rules.Set, c config.Change) ([]*rules.Rule, error) {
	if c.Level == config.Enable && !strings.Contains(c.Rule.Text, "/") {
		return set.Tagged(c.Rule.Text)
	}
	return set.Match(c.Rule.Text)
}
